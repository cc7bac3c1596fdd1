import { resolve } from "node:path";
import { readBackup } from "../../backup/archive-reader.js";
import { backUpTo } from "../../backup/backup.js";
import type { BackupManifest } from "../../backup/manifest.js";
import { restoreFrom } from "../../backup/restore.js";
import { openDatabase } from "../../db/open.js";
import { commandLog, type Setting } from "../setting.js";
import { Progress } from "../terminal/progress.js";
import { stoppable } from "../terminal/stop-signal.js";
import { whereData, withDatabase } from "../with-database.js";
import { hereOrByHolder } from "./by-holder.js";

export interface RestoreCommandOptions {
  readonly replace?: boolean;
}

/** Writes the whole database to a file. */
export async function backUp(file: string, setting: Setting): Promise<void> {
  setting.collectEarlier();
  const { terminal } = setting;
  const progress = new Progress("Backing up", terminal);
  const { signal, forget } = stoppable("Stopped. Nothing was written", terminal);
  const env = setting.env();
  try {
    const { rows } = await hereOrByHolder({ do: "backup", file: resolve(file) }, env, () =>
      withDatabase(env, terminal, commandLog(setting), async (database) => ({
        rows: rowsOf(await backUpTo(file, database, { onProgress: progress.tell, signal })),
      })),
    );
    terminal.err(`Wrote ${file}: ${rows.toLocaleString("en-US")} rows of all tables`);
  } finally {
    progress.end();
    forget();
  }
}

/** Fills a database from a file. */
export async function restore(
  file: string,
  { replace = false }: RestoreCommandOptions,
  setting: Setting,
): Promise<void> {
  setting.collectEarlier();
  const { terminal } = setting;
  const env = setting.env();
  const log = commandLog(setting);
  const { signal, forget } = stoppable("Stopped. Nothing was restored", terminal);
  const tell = restoring(setting);
  // Not migrated yet: the backup says which tables it needs.
  const database = await openDatabase({
    url: env.databaseUrl,
    dataDir: env.dataDir,
    limits: { ...env.databaseLimits, commit: 0 },
    log,
  });
  try {
    const { manifest, applied } = await restoreFrom(file, database, { replace, onProgress: tell, signal }, log);
    for (const name of applied) terminal.err(`applied ${name}`);
    terminal.err(
      `Restored ${rowsOf(manifest).toLocaleString("en-US")} rows of ${manifest.takenAt} to ${whereData(env)}`,
    );
  } finally {
    forget();
    terminal.live?.("");
    await database.close();
  }
}

/** Reads a file and compares it with its manifest. */
export async function verify(file: string, setting: Setting): Promise<void> {
  setting.collectEarlier();
  const manifest = await readBackup(
    file,
    async () => undefined,
    async () => undefined,
  );
  const { out } = setting.terminal;
  out(`${file} is complete and undamaged`);
  out(`taken at ${manifest.takenAt} from a database of the kind ${manifest.database}, by ${manifest.generator}`);
  out(`schema ${manifest.migrations.at(-1)?.name}, last change ${manifest.lastChange}`);
  out(`${rowsOf(manifest).toLocaleString("en-US")} rows in ${manifest.tables.length} tables`);
}

const rowsOf = ({ tables }: BackupManifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);

/** Bytes between two lines of progress. */
const linePeriod = 100 * 2 ** 20;

/** Reports how much was loaded. How much is left stands at the end of the file, so it is not known. */
function restoring({ terminal }: Setting): (bytes: number) => void {
  let reported = 0;
  return (bytes) => {
    const line = `Restoring: ${Math.round(bytes / 2 ** 20).toLocaleString("en-US")} MB of rows`;
    if (terminal.live) return terminal.live(line);
    if (bytes - reported < linePeriod) return;
    reported = bytes;
    terminal.err(line);
  };
}
