import { Command } from "commander";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const migrateCommand = (setting: Setting): Command =>
  new Command("migrate")
    .description("migrate the database to the current schema; every other command does this at its start")
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
