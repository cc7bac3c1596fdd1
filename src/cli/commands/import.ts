import { Command } from "commander";
import type { DossierOptions } from "../files/importing.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";
import { defaultAuthor } from "./default-author.js";
import { importTableCommand } from "./import-table.js";
import { importUnVotesCommand } from "./import-un-votes.js";
import { importVotesCommand } from "./import-votes.js";

export const importCommand = (setting: Setting): Command =>
  new Command("import")
    .description("record what files say, with no running server")
    .addCommand(importDossierCommand(setting))
    .addCommand(importUnVotesCommand(setting))
    .addCommand(importVotesCommand(setting))
    .addCommand(importTableCommand(setting));

const importDossierCommand = (setting: Setting): Command =>
  new Command("dossier")
    .description("record dossiers: all of what the files say, or nothing if anything in them is wrong")
    .argument("<path...>", "files in the dossier format (docs/dossiers.md), or folders of them; - is standard input")
    .option("--author <name>", "who makes the changes, for the revisions", defaultAuthor())
    .option("--reason <text>", "why, for the revisions")
    .option("--overwrite", "take what the files say also where somebody else has changed the record since")
    .option("--dry-run", "check the files and show each difference; change nothing")
    .addHelpText(
      "after",
      `
Files may refer to each other and to what is recorded already. Importing a file again changes nothing; entries that
changed become revisions; what the files do not name is left alone. What somebody else wrote since stays as it is: each
such conflict is shown, and --overwrite takes the file's value.

Examples:
  $ standpoint import dossier --dry-run harbour.dossier.yaml
  $ standpoint import dossier seeds

${exitCodesHelp}`,
    )
    .action(async (files: string[], options: DossierOptions) => {
      const { importFiles } = await import("../files/importing.js"); // as for `serve`
      await importFiles(files, options, setting);
    });
