import { Command } from "commander";
import { openDatabase } from "../../db/database.js";
import { migrate } from "../../db/migrate.js";
import { exitCodesHelp } from "../failure.js";
import { commandLog, type Setting } from "../setting.js";
import { whereData } from "../with-database.js";

export const migrateCommand = (setting: Setting): Command =>
  new Command("migrate")
    .description("bring the database's tables up to date, and nothing else; every other command does it at its start")
    .addHelpText(
      "after",
      `
Example:
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint migrate

${exitCodesHelp}`,
    )
    .action(async () => {
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
    });
