import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Database } from "../../src/db/database.js";
import { type DumpOptions, dumpTo } from "../../src/dump/dump.js";
import { dumpManifest } from "../../src/dump/manifest.js";
import { wholeApi } from "../support/ask.js";
import { cleanUp } from "../support/database.js";

/** A row as a dump has it. */
export type Row = { readonly id: string } & Record<string, unknown>;

/** A folder of the test's own. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "standpoint-test-"));
  cleanUp(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Dumps the record and reads the dump: its rows by type and id. Checks each file against the manifest. */
export async function dumped(
  database: Database,
  folder: string,
  options: Partial<DumpOptions> = {},
): Promise<{ cursor: string | null; rows: Map<string, Row>; text: string }> {
  await dumpTo(folder, wholeApi().schema, database, { gzip: false, license: undefined, ...options });
  const { cursor, files } = dumpManifest.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  const rows = new Map<string, Row>();
  let text = "";
  for (const { file, rows: count, bytes, sha256 } of files) {
    const content = await readFile(join(folder, file));
    const plain = (options.gzip ? gunzipSync(content) : content).toString("utf8");
    const lines = plain.split("\n").slice(0, -1);
    const found = {
      count: lines.length,
      bytes: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    };
    if (JSON.stringify(found) !== JSON.stringify({ count, bytes, sha256 }))
      throw new Error(`${file} is not as the manifest says`);
    for (const row of lines.map((line) => JSON.parse(line) as Row)) rows.set(row.id, row);
    text += plain;
  }
  return { cursor, rows, text };
}
