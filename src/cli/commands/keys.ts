import { Command, InvalidArgumentError, Option } from "commander";
import { Role } from "../../auth/role.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const keysCommand = (setting: Setting): Command =>
  new Command("keys")
    .description("create, list and revoke API keys, which writing requires; also works while a server runs")
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
    .description(
      "create a key and write it to standard output; it cannot be shown again, since only its hash is stored",
    )
    .requiredOption("--name <name>", "the name of the key's owner; revisions show it as the author, key:<name>", toName)
    .addOption(
      new Option("--role <role>", "the role of the key; each role includes the ones before it")
        .choices(Object.values(Role))
        .makeOptionMandatory(),
    )
    .option(
      "--expires <when>",
      "when the key expires: after hours, days or weeks (12h, 90d, 4w), or at the start of a day in UTC (2030-01-31)",
      toTime,
    )
    .addHelpText(
      "after",
      `
Roles:
  READER       reads, like everybody, and saves questions
  CONTRIBUTOR  also creates drafts
  EDITOR       also records, revises and retracts entities, and decides drafts
  ADMIN        can do all of this

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
    .description("list all keys with their owners and last uses, newest first; the keys themselves are never shown")
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
    .description("revoke a key permanently")
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
    "A name must have at most 64 letters, digits and . _ -, and must begin and end with a letter or digit.",
  );
}

const hours: Readonly<Record<string, number>> = { h: 1, d: 24, w: 7 * 24 };

/** A time to come, within a hundred years. */
function toTime(given: string): Date {
  const [, count, unit = ""] = /^(\d{1,6})([hdw])$/.exec(given) ?? [];
  const time = count ? Date.now() + Number(count) * (hours[unit] ?? 0) * 3_600_000 : startOf(given);
  const inHours = (time - Date.now()) / 3_600_000;
  if (inHours > 0 && inHours < 100 * 365 * 24) return new Date(time);
  throw new InvalidArgumentError("It must be a future time, such as 12h, 90d, 4w or 2030-01-31.");
}

/** NaN unless it is a day of the calendar. */
function startOf(day: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? Number.NaN : time;
}
