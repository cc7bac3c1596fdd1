import { Command, InvalidArgumentError, Option } from "commander";
import { Role } from "../../auth/role.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const keysCommand = (setting: Setting): Command =>
  new Command("keys")
    .description("make, list and revoke the API keys that writing needs; works while a server runs, too")
    .addCommand(createCommand(setting))
    .addCommand(listCommand(setting))
    .addCommand(revokeCommand(setting));

interface CreateOptions {
  name: string;
  role: Role;
  expires?: Date;
}

const createCommand = (setting: Setting): Command =>
  new Command("create")
    .description("make a key, and write it to standard output: this once, as only a hash of it is kept")
    .requiredOption("--name <name>", "whose it is: revisions name their author by it, as key:<name>", toName)
    .addOption(
      new Option("--role <role>", "what it may do; each may do what those before it may")
        .choices(Object.values(Role))
        .makeOptionMandatory(),
    )
    .option(
      "--expires <when>",
      "after so many hours, days or weeks (12h, 90d, 4w) or at the start of a day (UTC)",
      toTime,
    )
    .addHelpText(
      "after",
      `
Roles:
  READER       reads, as everybody may, and saves questions of its own
  CONTRIBUTOR  makes drafts
  EDITOR       records, revises and retracts, and reviews drafts
  ADMIN        all of that

Example:
  $ standpoint keys create --name ci --role EDITOR --expires 90d
  $ standpoint keys create --name ada --role CONTRIBUTOR > ada.key

${exitCodesHelp}`,
    )
    .action(async (options: CreateOptions) => {
      const { createKey } = await import("../keys/keys.js");
      await createKey(options, setting);
    });

const listCommand = (setting: Setting): Command =>
  new Command("list")
    .description("show all keys, the latest first: who has them and when they were used; never the keys themselves")
    .addHelpText(
      "after",
      `
Example:
  $ standpoint keys list

${exitCodesHelp}`,
    )
    .action(async () => {
      const { listKeys } = await import("../keys/keys.js");
      await listKeys(setting);
    });

const revokeCommand = (setting: Setting): Command =>
  new Command("revoke")
    .description("refuse a key from now on, for ever")
    .argument("<id>", "the key's id, as `standpoint keys list` shows it")
    .addHelpText(
      "after",
      `
Example:
  $ standpoint keys revoke 1f0a9c3be27d4586

${exitCodesHelp}`,
    )
    .action(async (id: string) => {
      const { revokeKey } = await import("../keys/keys.js");
      await revokeKey(id, setting);
    });

function toName(given: string): string {
  if (/^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/.test(given)) return given;
  throw new InvalidArgumentError(
    "A name has up to 64 letters, digits and . _ - and begins and ends with a letter or digit.",
  );
}

const hours: Readonly<Record<string, number>> = { h: 1, d: 24, w: 7 * 24 };

/** A time to come, within a hundred years. */
function toTime(given: string): Date {
  const [, count, unit = ""] = /^(\d{1,6})([hdw])$/.exec(given) ?? [];
  const time = count ? Date.now() + Number(count) * (hours[unit] ?? 0) * 3_600_000 : startOf(given);
  const inHours = (time - Date.now()) / 3_600_000;
  if (inHours > 0 && inHours < 100 * 365 * 24) return new Date(time);
  throw new InvalidArgumentError("It is a time to come, such as 12h, 90d, 4w or 2030-01-31.");
}

/** NaN unless it is a day of the calendar. */
function startOf(day: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? Number.NaN : time;
}
