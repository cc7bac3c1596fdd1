import { Command } from "commander";
import type { RestoreCommandOptions } from "../files/backing-up.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const backupCommand = (setting: Setting): Command =>
  new Command("backup")
    .description("write the entire database to one file, which `standpoint restore` reads")
    .argument(
      "<file>",
      "the file to write, such as standpoint.tar; an existing file is replaced once the new one is complete",
    )
    .addHelpText(
      "after",
      `
The file is one snapshot of all tables: the record with its history, API keys, drafts, saved questions and webhooks. Only
its owner can read it. The format is the same for a Postgres server and the embedded database, so that a backup of one can be
restored to the other (docs/backup.md).

The command also works while a server runs. On the embedded database, that server writes the file and answers no other
requests until it is written.

Examples:
  $ standpoint backup standpoint.tar
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint backup /backups/standpoint-$(date +%F).tar

${exitCodesHelp}`,
    )
    .action(async (file: string) => {
      const { backUp } = await import("../files/backing-up.js"); // as for `serve`
      await backUp(file, setting);
    });

export const restoreCommand = (setting: Setting): Command =>
  new Command("restore")
    .description("restore a backup file into an empty database, entirely or not at all")
    .argument("<file>", "a file written by `standpoint backup` of this version of Standpoint or an earlier one")
    .option("--replace", "replace the entire content of the database")
    .addHelpText(
      "after",
      `
The tables are created with the schema of the backup, filled in one transaction, and then migrated to the current schema.
Stop the servers of the database first.

Examples:
  $ standpoint verify standpoint.tar && standpoint restore standpoint.tar
  $ createdb standpoint
  $ DATABASE_URL=postgres://standpoint@localhost/standpoint standpoint restore standpoint.tar

${exitCodesHelp}`,
    )
    .action(async (file: string, options: RestoreCommandOptions) => {
      const { restore } = await import("../files/backing-up.js"); // as for `serve`
      await restore(file, options, setting);
    });

export const verifyCommand = (setting: Setting): Command =>
  new Command("verify")
    .description("check that a backup file is complete and undamaged; needs no database")
    .argument("<file>", "a file written by `standpoint backup`")
    .addHelpText(
      "after",
      `
Example:
  $ standpoint verify standpoint.tar

${exitCodesHelp}`,
    )
    .action(async (file: string) => {
      const { verify } = await import("../files/backing-up.js"); // as for `serve`
      await verify(file, setting);
    });
