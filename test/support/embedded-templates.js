import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { dataDir as emptyCluster } from "@electric-sql/pglite-prepopulatedfs";
import { blobOf } from "./blob-of.js";
import { built, log, seed } from "./built.js";

const cache = fileURLToPath(new URL("../../node_modules/.cache/standpoint/", import.meta.url));

/**
 * Files that an embedded database in memory can be loaded from: one migrated and empty, kept from run to run because it
 * takes seconds to make, and one with the seeds.
 */
export async function embeddedTemplates({ seeded }) {
  const empty = await emptyTemplate();
  if (!seeded) return { files: { empty }, remove: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), "standpoint-test-"));
  const file = join(folder, "seeded.tar");
  const database = await load(empty);
  const problem = await seed(database.standpoint);
  await writeFile(file, await dump(database.pglite));
  await database.standpoint.close();
  return {
    files: { empty, seeded: file, problem },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function emptyTemplate() {
  const { readMigrations } = await built("db/migrations/schema-files.js");
  const manifest = new URL("../package.json", import.meta.resolve("@electric-sql/pglite"));
  const key = createHash("sha256").update(JSON.parse(await readFile(manifest, "utf8")).version);
  key.update(await readFile(fileURLToPath(import.meta.url)));
  for (const { name, checksum } of await readMigrations()) key.update(name).update(checksum);
  const file = join(cache, `embedded-${key.digest("hex").slice(0, 16)}.tar`);
  if (existsSync(file)) return file;
  const { migrate } = await built("db/migrations/migrate.js");
  const database = await load();
  // Postgres clears its buffers when it starts: 128 MB by itself, which is most of what a start takes and keeps.
  await database.pglite.exec("alter system set shared_buffers = '8MB'");
  await migrate(database.standpoint, log);
  await mkdir(cache, { recursive: true });
  await writeFile(`${file}.${process.pid}`, await dump(database.pglite));
  await database.standpoint.close();
  await rename(`${file}.${process.pid}`, file);
  return file;
}

async function load(file) {
  const { embeddedDatabase } = await built("db/embedded/embedded.js");
  const pglite = await PGlite.create({ loadDataDir: await (file ? blobOf(file) : emptyCluster()) });
  return { pglite, standpoint: embeddedDatabase(pglite) };
}

/** The data folder as a tar file, without the databases template0 and template1: two of three files are theirs. */
async function dump(pglite) {
  const tar = new Uint8Array(await (await pglite.dumpDataDir("none")).arrayBuffer());
  const entries = [];
  for (let at = 0, end = 0; at < tar.length; at = end) {
    const text = (from, to) => String.fromCharCode(...tar.subarray(at + from, at + to)).replace(/\0.*$/s, "");
    end = at + block + Math.ceil((Number.parseInt(text(124, 136), 8) || 0) / block) * block;
    if (!/^\/?base\/[14]\//.test(text(0, 100))) entries.push(tar.subarray(at, end));
  }
  return Buffer.concat(entries);
}

/** Bytes: a tar file is a header of one block for each entry, then its content in as many as it takes. */
const block = 512;
