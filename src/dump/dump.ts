import "reflect-metadata";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GraphQLSchema } from "graphql";
import type { Database } from "../db/database.js";
import { lastChange } from "../db/last-change.js";
import type { RowText } from "../execution/rows.js";
import { changeCursor } from "../modules/changes/index.js";
import { packageVersion } from "../version.js";
import { madeWhole, syncFolder } from "../whole.js";
import { DumpFolderProblem, type DumpManifest, dumpFormat, dumpManifest } from "./manifest.js";
import { readRowFragments, rowTexts } from "./row-fragments.js";
import { expectedRows, pagesOf, snapshotFacts } from "./rows.repository.js";
import { RowsFile } from "./rows-file.js";

export interface DumpOptions {
  /** Whether the files are compressed by gzip. */
  readonly gzip: boolean;
  /** The data's licence, as an SPDX identifier. */
  readonly license: string | undefined;
  readonly onProgress?: (step: { readonly rows: number; readonly share: number }) => void;
  /** Stops it between two pages. */
  readonly signal?: AbortSignal;
}

const manifestFile = "manifest.json";

/**
 * Writes everything that the API shows, as one snapshot of the record, into a folder that appears once it is whole. An earlier
 * dump in the folder is replaced.
 *
 * @throws DumpFolderProblem when the folder has other files in it
 * @throws CannotWrite when the file system refuses; nothing is left behind then
 */
export async function dumpTo(
  folder: string,
  schema: GraphQLSchema,
  database: Database,
  options: DumpOptions,
): Promise<DumpManifest> {
  await refuseOthers(folder);
  const fragments = await readRowFragments();
  const rows = rowTexts(schema, fragments);
  return madeWhole(folder, "folder", async (unfinished) => {
    await mkdir(unfinished);
    await writeFile(join(unfinished, "rows.graphql"), fragments, { flush: true });
    const manifest = await database.inSnapshot((snapshot) => writeRows(unfinished, rows, snapshot, options));
    await writeFile(join(unfinished, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    await syncFolder(unfinished);
    return manifest;
  });
}

async function writeRows(
  folder: string,
  rows: readonly RowText[],
  snapshot: Database,
  { gzip, license, onProgress, signal }: DumpOptions,
): Promise<DumpManifest> {
  const { takenAt, schemaVersion } = await snapshotFacts(snapshot);
  const sequence = await lastChange(snapshot);
  const expected = await expectedRows(
    snapshot,
    rows.map(({ type }) => type),
  );
  const files: DumpManifest["files"] = [];
  let written = 0;
  for (const row of rows) {
    const name = `${fileNameOf(row.type)}.ndjson${gzip ? ".gz" : ""}`;
    const file = await RowsFile.create(join(folder, name), gzip);
    try {
      for await (const page of pagesOf(snapshot, row)) {
        signal?.throwIfAborted();
        await file.write(page);
        written += page.length;
        onProgress?.({ rows: written, share: written / Math.max(expected, written) });
      }
      files.push({ type: row.type, file: name, ...(await file.end()) });
    } catch (error) {
      await file.abandon();
      throw error;
    }
  }
  return {
    format: dumpFormat,
    formatVersion: 1,
    generator: `standpoint ${packageVersion()}`,
    schemaVersion,
    takenAt: takenAt.toISOString(),
    license: license ?? null,
    cursor: sequence === 0 ? null : changeCursor(sequence),
    files,
  };
}

/** "PolicyAction" is in policy-actions. */
const fileNameOf = (type: string): string => `${type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}s`;

/** An earlier dump may be replaced; whatever else is at the path may not. */
async function refuseOthers(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) return;
  const manifest = await readFile(join(folder, manifestFile), "utf8").catch(() => undefined);
  if (manifest !== undefined && dumpManifest.safeParse(parsed(manifest)).success) return;
  throw new DumpFolderProblem(`${folder} exists and is not a dump: use a new folder, or the folder of an earlier dump`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
