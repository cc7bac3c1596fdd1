import { migrate } from "../db/migrations/migrate.js";
import { openDatabase } from "../db/open.js";
import { commandLog, type Setting } from "./setting.js";
import { whereData } from "./with-database.js";

/** Brings the tables up to date, and says which migrations that took. */
export async function migrateOnly(setting: Setting): Promise<void> {
  const env = setting.env();
  const log = commandLog(setting);
  const database = await openDatabase({ url: env.databaseUrl, dataDir: env.dataDir, log });
  try {
    const applied = await migrate(database, log);
    for (const name of applied) setting.terminal.out(`applied ${name}`);
    if (applied.length === 0) setting.terminal.out(`${whereData(env)} is up to date`);
  } finally {
    await database.close();
  }
}
