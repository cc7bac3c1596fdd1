import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pino } from "pino";
import { embeddedDatabase } from "./embedded.js";
import { migrate } from "./migrate.js";
import { schemaDifference } from "./schema-difference.js";
import { migrationsFolder } from "./schema-files.js";

/**
 * `npm run migration -- NAME`: writes the migration that makes of the present migrations what the models say. It works on
 * a scratch database in memory, and so needs no server.
 */
async function newMigration(name: string): Promise<string> {
  const scratch = embeddedDatabase(await PGlite.create());
  try {
    await migrate(scratch, pino({ level: "silent" }));
    const script = await schemaDifference(scratch);
    if (script === null) return "The migrations make what the models say: nothing to write.";
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
