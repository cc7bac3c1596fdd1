import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
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
  const { readMigrations } = await built("db/schema-files.js");
  const manifest = new URL("../package.json", import.meta.resolve("@electric-sql/pglite"));
  const key = createHash("sha256").update(JSON.parse(await readFile(manifest, "utf8")).version);
  for (const { name, checksum } of await readMigrations()) key.update(name).update(checksum);
  const file = join(cache, `embedded-${key.digest("hex").slice(0, 16)}.tar`);
  if (existsSync(file)) return file;
  const { migrate } = await built("db/migrate.js");
  const database = await load();
  await migrate(database.standpoint, log);
  await mkdir(cache, { recursive: true });
  await writeFile(`${file}.${process.pid}`, await dump(database.pglite));
  await database.standpoint.close();
  await rename(`${file}.${process.pid}`, file);
  return file;
}

async function load(file) {
  const { embeddedDatabase } = await built("db/embedded.js");
  const pglite = await PGlite.create(file ? { loadDataDir: new Blob([await readFile(file)]) } : {});
  return { pglite, standpoint: embeddedDatabase(pglite) };
}

const dump = async (pglite) => new Uint8Array(await (await pglite.dumpDataDir("none")).arrayBuffer());
