/**
 * Makes the backup files of this folder: one for each version of the schema that has to be upgraded, named by its last
 * migration. Run it for a release that has new migrations, and commit the file that it adds:
 *
 *   npm run build && node test/backup/versions/make.js
 *
 * Files that exist stay as they are. Later migrations must not change what a file holds.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { backUpTo } from "../../../dist/backup/backup.js";
import { openEmbedded } from "../../../dist/db/embedded/embedded.js";
import { migrate } from "../../../dist/db/migrations/migrate.js";
import { readMigrations } from "../../../dist/db/migrations/schema-files.js";
import { raw } from "../../../dist/db/sql.js";

const log = pino({ level: "silent" });
const here = fileURLToPath(new URL(".", import.meta.url));
const record = readFileSync(join(here, "record.sql"), "utf8")
  .split(/;\n/)
  .filter((statement) => statement.trim() !== "");
const migrations = await readMigrations();
const versions = ["20261124080000_history", "20261129010000_importers", migrations.at(-1).name];

for (const version of versions) {
  const file = join(here, `${version}.tar`);
  if (existsSync(file)) continue;
  const folder = mkdtempSync(join(tmpdir(), "standpoint-versions-"));
  const database = await openEmbedded(folder, log);
  try {
    const upToIt = migrations.filter(({ name }) => name <= version);
    await migrate(database, log, upToIt);
    for (const statement of record) await database.query(raw(statement));
    await backUpTo(file, database);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
