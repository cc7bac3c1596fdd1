import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { dataDir as emptyCluster } from "@electric-sql/pglite-prepopulatedfs";
import { pino } from "pino";
import type { Database } from "../db/database.js";
import { embeddedDatabase } from "../db/embedded/embedded.js";
import { filters, migrate } from "../db/migrations/migrate.js";
import { schemaEngine } from "../db/migrations/schema-engine.js";
import { migrationsFolder, readModels, type SchemaFile } from "../db/migrations/schema-files.js";

/** The SQL that would make a database's tables what the models say; null where they are that. */
export function schemaDifference(database: Database, models?: SchemaFile[]): Promise<string | null> {
  return database.withMigrationAdapter(async (adapter) => {
    const files = models ?? (await readModels());
    const engine = await schemaEngine(adapter, files);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters,
    });
    engine.free();
    // 2 says that there is a difference, 0 that there is none.
    return exitCode === 2 ? stdout : null;
  });
}

/**
 * `npm run migration -- NAME`: writes the migration that makes of the present migrations what the models say. It works on
 * a scratch database in memory, and so needs no server.
 */
async function newMigration(name: string): Promise<string> {
  const scratch = embeddedDatabase(await PGlite.create({ loadDataDir: await emptyCluster() }));
  try {
    await migrate(scratch, pino({ level: "silent" }));
    const script = await schemaDifference(scratch);
    if (script === null) return "The migrations match the models: there is nothing to write.";
    const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join(migrationsFolder, `${time}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "migration.sql"), script);
    return `Wrote ${join(folder, "migration.sql")}: read it before you commit it.`;
  } finally {
    await scratch.close();
  }
}

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  process.stderr.write("usage: npm run migration -- NAME, where NAME is like add_venues\n");
  process.exitCode = 2;
} else {
  process.stdout.write(`${await newMigration(name)}\n`);
}
