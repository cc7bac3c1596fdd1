import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import type { CopiedTable, CopyTarget } from "../db/copying.js";
import type { Database } from "../db/database.js";
import { migrate } from "../db/migrations/migrate.js";
import { readMigrations } from "../db/migrations/schema-files.js";
import { type BackupPart, readBackup } from "./archive-reader.js";
import { type BackupHeader, type BackupManifest, BackupProblem } from "./manifest.js";
import { hasMigrations, prepareTables, readAppliedMigrations, readTables, tableWithRows } from "./tables.repository.js";

export interface RestoreOptions {
  /** Whether what the database holds is replaced. */
  readonly replace: boolean;
  /** Bytes of rows, not compressed, so far. */
  readonly onProgress?: (bytes: number) => void;
  /** Stops it between two parts; nothing is restored then. */
  readonly signal?: AbortSignal;
}

/**
 * Fills a database from a backup file: makes the tables as the backup has them, loads all rows in one transaction, and then
 * brings the tables up to date. Triggers do not run, so the history and the feed are those of the backup.
 *
 * @returns the backup's manifest, and the migrations that were applied afterwards
 * @throws BackupProblem when the file cannot be used, or the database holds something; nothing was restored
 */
export async function restoreFrom(
  path: string,
  database: Database,
  options: RestoreOptions,
  log: Logger,
): Promise<{ manifest: BackupManifest; applied: string[] }> {
  await withHeader(path, (header) => prepareSchema(header, database, log));
  const manifest = await database.copyingIn(async (target) => {
    const tables = await readTables(target.query);
    await refuseRows(target, tables, options);
    const finish = await prepareTables(target, tables);
    const loaded = await load(path, target, tables, options);
    await finish();
    return loaded;
  });
  return { manifest, applied: await migrate(database, log) };
}

/** Reads a file no further than its header. */
async function withHeader(path: string, use: (header: BackupHeader) => Promise<void>): Promise<void> {
  const enough = new Error("the header was read");
  const stop = async (header: BackupHeader): Promise<void> => {
    await use(header);
    throw enough;
  };
  await readBackup(path, stop, async () => undefined).catch((error: unknown) => {
    if (error !== enough) throw error;
  });
}

/** Brings an empty database to the schema that the backup has. */
async function prepareSchema({ migrations }: BackupHeader, database: Database, log: Logger): Promise<void> {
  const known = await readMigrations();
  const last = migrations.at(-1)?.name ?? "";
  const newer = migrations.find(({ name }) => !known.some((migration) => migration.name === name));
  if (newer) {
    throw new BackupProblem(
      `The backup has the migration ${newer.name}, which this version of Standpoint does not have. Restore the backup with the version that wrote it, or a later one`,
    );
  }
  const edited = migrations.find(({ name, checksum }) => known.find((one) => one.name === name)?.checksum !== checksum);
  if (edited)
    throw new BackupProblem(
      `The migration ${edited.name} of the backup differs from that of this version of Standpoint`,
    );
  const applied = (await hasMigrations(database.query)) ? await readAppliedMigrations(database.query) : [];
  const later = applied.find(({ name }) => name > last);
  if (later) {
    throw new BackupProblem(
      `The database has a newer schema than the backup (${later.name}): restore into a database without tables`,
    );
  }
  await migrate(
    database,
    log,
    known.filter(({ name }) => name <= last),
  );
}

async function refuseRows(
  { query }: CopyTarget,
  tables: readonly CopiedTable[],
  { replace }: RestoreOptions,
): Promise<void> {
  if (replace) return;
  const table = await tableWithRows(query, tables);
  if (table === undefined) return;
  throw new BackupProblem(
    `The database is not empty: ${table} has rows. Restore into an empty database, or replace the content with --replace`,
  );
}

async function load(
  path: string,
  target: CopyTarget,
  tables: readonly CopiedTable[],
  { onProgress, signal }: RestoreOptions,
): Promise<BackupManifest> {
  let bytes = 0;
  const take = async ({ entry, lines }: BackupPart): Promise<void> => {
    signal?.throwIfAborted();
    const table = tables.find(({ schema, name }) => entry.startsWith(`${schema}/${name}/`));
    if (!table) throw new BackupProblem(`${path} has rows of a table that its schema does not have: ${entry}`);
    await target.copyIn(table, once(lines));
    bytes += lines.length;
    onProgress?.(bytes);
    await setImmediate(); // a signal is heard
  };
  const manifest = await readBackup(path, async () => undefined, take);
  for (const table of tables) {
    const saved = manifest.tables.find(({ schema, name }) => schema === table.schema && name === table.name);
    if (saved?.columns.join() !== table.columns.join()) {
      throw new BackupProblem(`${path} has other columns for ${table.name} than its schema`);
    }
  }
  return manifest;
}

async function* once(lines: Buffer): AsyncGenerator<Buffer, void> {
  yield lines;
}
