import { Command } from "commander";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

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
      const { migrateOnly } = await import("../migrating.js"); // as for `serve`
      await migrateOnly(setting);
    });
