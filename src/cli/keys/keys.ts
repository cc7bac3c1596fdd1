import { partsOf } from "../../auth/api-key.js";
import type { Role } from "../../auth/role.js";
import { askHolder } from "../../db/embedded/data-folder.js";
import { DataFolderInUse } from "../../db/errors.js";
import { commandLog, type Setting } from "../setting.js";
import { BadInput } from "../terminal/exit-codes.js";
import { table } from "../terminal/table.js";
import { withDatabase } from "../with-database.js";
import { fromAnswer, type KeyAnswer, type KeyCommand, obey, toQuestion } from "./key-commands.js";

/** Creates a key and writes only the key to standard output, and its details to standard error. */
export async function createKey(
  { name, role, expires }: { name: string; role: Role; expires?: Date },
  setting: Setting,
): Promise<void> {
  const { out, err } = setting.terminal;
  const expiresAt = expires?.toISOString() ?? null;
  const { id, key } = await done({ do: "create", name, role, expiresAt }, "create", setting);
  out(key);
  err(`This is the key "${name}", with the role ${role}${expires ? `, until ${shown(expiresAt)} UTC` : ""}.`);
  err("It cannot be shown again: only its hash is stored. Send it as the header `Authorization: Bearer <key>`.");
  err(`To revoke it: standpoint keys revoke ${id}`);
}

/** Writes a table of all keys, the newest first. */
export async function listKeys(setting: Setting): Promise<void> {
  const { out, err } = setting.terminal;
  const { keys } = await done({ do: "list" }, "list", setting);
  if (keys.length === 0) return err("There are no keys. `standpoint keys create` creates one.");
  const rows = keys.map((key) => [
    key.id,
    key.name,
    key.role,
    shown(key.createdAt),
    shown(key.lastUsedAt),
    shown(key.expiresAt),
    shown(key.revokedAt),
  ]);
  for (const line of table([["id", "name", "role", "created (UTC)", "last used", "expires", "revoked"], ...rows]))
    out(line);
}

/** Revokes a key by its id or the whole key. */
export async function revokeKey(given: string, setting: Setting): Promise<void> {
  const { name } = await done({ do: "revoke", id: partsOf(given)?.id ?? given }, "revoke", setting);
  setting.terminal.err(`The key "${name}" is revoked: it is refused from now on.`);
}

/** @throws BadInput saying why it cannot be done */
async function done<Did extends KeyAnswer["did"]>(
  command: KeyCommand,
  expected: Did,
  setting: Setting,
): Promise<Extract<KeyAnswer, { did: Did }>> {
  const answer = await give(command, setting);
  if (answer.did === "refused") throw new BadInput(answer.reason);
  if (answer.did !== expected)
    throw new Error("The process that uses the database could not run the command: see its log");
  return answer as Extract<KeyAnswer, { did: Did }>; // its `did` was compared
}

/** Runs a command: in this process, or in the server that holds the embedded database. */
async function give(command: KeyCommand, setting: Setting): Promise<KeyAnswer> {
  const env = setting.env();
  try {
    return await withDatabase(env, setting.terminal, commandLog(setting), (database) => obey(command, database));
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    const answer = await askHolder(env.dataDir, toQuestion(command));
    if (answer !== undefined) return fromAnswer(answer);
    // A server that is only starting, or a command that records something and ends.
    throw new DataFolderInUse(
      `${error.message}.\nThat process is not a server, or has not started completely: wait a moment and try again`,
    );
  }
}

/** To the minute, the precision of recorded uses. */
const shown = (time: string | null): string => time?.slice(0, 16).replace("T", " ") ?? "-";
