import { Command } from "commander";
import type { RestoreCommandOptions } from "../files/backing-up.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const backupCommand = (setting: Setting): Command =>
  new Command("backup")
    .description("write the whole database to one file, from which `standpoint restore` makes it again")
    .argument(
      "<file>",
      "the file to write, such as standpoint.tar; an earlier file is replaced once the new one is whole",
    )
    .addHelpText(
      "after",
      `
The file is one snapshot of all tables: the record with its history, API keys, drafts, saved questions and webhooks. Only
its owner can read it. It is the same for a Postgres server and for the embedded database, so it also moves the data from
one to the other (docs/backup.md).

The command also works while a server runs. On the embedded database, that server writes the file, and answers no other
request meanwhile.

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
    .description("fill an empty database from a backup file: all of it, or nothing")
    .argument("<file>", "a file that `standpoint backup` wrote, by this version of Standpoint or an earlier one")
    .option("--replace", "replace everything that the database holds")
    .addHelpText(
      "after",
      `
The tables are made as the backup has them, filled in one transaction, and then brought up to date. Stop the servers of the
database first.

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
    .description("read a backup file and check that it is complete and undamaged; needs no database")
    .argument("<file>", "a file that `standpoint backup` wrote")
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
