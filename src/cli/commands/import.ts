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
    .description("record the content of files; needs no running server")
    .addCommand(importDossierCommand(setting))
    .addCommand(importUnVotesCommand(setting))
    .addCommand(importVotesCommand(setting))
    .addCommand(importTableCommand(setting));

const importDossierCommand = (setting: Setting): Command =>
  new Command("dossier")
    .description("record dossiers: the entire content, or nothing if there is any error")
    .argument(
      "<path...>",
      "files in the dossier format (docs/dossiers.md), or folders with such files; - is standard input",
    )
    .option("--author <name>", "the author of the changes, as shown in the revisions", defaultAuthor())
    .option("--reason <text>", "the reason for the changes, as shown in the revisions")
    .option("--overwrite", "use the files' value even if someone else has changed the record since")
    .option("--dry-run", "check the files and show every difference, without changing anything")
    .addHelpText(
      "after",
      `
Files can refer to each other and to entities that are already recorded. Importing a file again changes nothing; entries that
have changed become revisions. Entities that the files do not contain stay unchanged. A fact that someone else has changed
since stays as it is and is shown as a conflict; --overwrite takes the file's value.

Examples:
  $ standpoint import dossier --dry-run harbour.dossier.yaml
  $ standpoint import dossier seeds

${exitCodesHelp}`,
    )
    .action(async (files: string[], options: DossierOptions) => {
      const { importFiles } = await import("../files/importing.js"); // as for `serve`
      await importFiles(files, options, setting);
    });
