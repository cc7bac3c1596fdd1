import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { CopiedTable, CopySource } from "../db/copying.js";
import type { Database } from "../db/database.js";
import { packageVersion } from "../version.js";
import { madeWhole } from "../whole.js";
import { ArchiveWriter } from "./archive-writer.js";
import {
  type BackupHeader,
  type BackupManifest,
  type BackupTable,
  backupFormat,
  headerName,
  manifestName,
} from "./manifest.js";
import { readAppliedMigrations, readFacts, readTables } from "./tables.repository.js";
import { countLines, wholeLines } from "./whole-lines.js";

const compress = promisify(gzip);

/** Bytes of a part before it is compressed: so much is held in memory, twice. */
const partSize = 8 * 2 ** 20;

export interface BackupOptions {
  readonly onProgress?: (step: { readonly rows: number; readonly share: number }) => void;
  /** Stops it between two parts. */
  readonly signal?: AbortSignal;
}

/**
 * Writes all tables, as one snapshot, to a file that appears once it is whole. An earlier file is replaced.
 *
 * @throws CannotWrite when the file system refuses; nothing is left behind then
 */
export function backUpTo(path: string, database: Database, options: BackupOptions = {}): Promise<BackupManifest> {
  return madeWhole(path, "file", async (unfinished) => {
    const archive = new ArchiveWriter(unfinished);
    try {
      const manifest = await database.copyingOut((source) => writeAll(archive, source, database.kind, options));
      await archive.add(manifestName, json(manifest));
      await archive.end();
      return manifest;
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  });
}

async function writeAll(
  archive: ArchiveWriter,
  source: CopySource,
  kind: Database["kind"],
  { onProgress, signal }: BackupOptions,
): Promise<BackupManifest> {
  const { query } = source;
  const { takenAt, lastChange, rows: expected } = await readFacts(query);
  const header: BackupHeader = {
    format: backupFormat,
    formatVersion: 1,
    generator: `standpoint ${packageVersion()}`,
    migrations: await readAppliedMigrations(query),
  };
  await archive.add(headerName, json(header));
  const tables: BackupTable[] = [];
  let written = 0;
  for (const table of await readTables(query)) {
    const copied = await writeTable(archive, source, table, (rows) => {
      signal?.throwIfAborted();
      written += rows;
      onProgress?.({ rows: written, share: written / Math.max(expected, written) });
    });
    tables.push(copied);
  }
  return { ...header, takenAt: takenAt.toISOString(), database: kind, lastChange, tables };
}

async function writeTable(
  archive: ArchiveWriter,
  source: CopySource,
  table: CopiedTable,
  onPart: (rows: number) => void,
): Promise<BackupTable> {
  const parts: BackupTable["parts"] = [];
  for await (const lines of wholeLines(source.copyOut(table), partSize)) {
    const rows = countLines(lines);
    const entry = `${table.schema}/${table.name}/${String(parts.length + 1).padStart(5, "0")}.copy.gz`;
    // Another thread compresses it. The fastest level takes less time than the copy itself.
    const content = await compress(lines, { level: constants.Z_BEST_SPEED });
    parts.push({ entry, rows, ...(await archive.add(entry, content)) });
    onPart(rows);
  }
  return { ...table, columns: [...table.columns], rows: parts.reduce((sum, part) => sum + part.rows, 0), parts };
}

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
