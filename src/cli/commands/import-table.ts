import { Command } from "commander";
import type { TableOptions } from "../files/importing-table.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";
import { defaultAuthor } from "./default-author.js";

export const importTableCommand = (setting: Setting): Command =>
  new Command("table")
    .description("record memberships, recognitions, codes or other facts from a table, as a mapping file says")
    .argument("<file>", "a table with a header, as .csv or .csv.gz")
    .requiredOption("--map <file>", "a YAML file that says which entries each row makes (docs/tables.md)")
    .option("--author <name>", "who makes the changes, for the revisions", defaultAuthor())
    .option("--reason <text>", "why, for the revisions")
    .option("--dry-run", "check the table and show each difference; change nothing")
    .option("--strict", "record nothing if any row would be rejected")
    .option("--overwrite", "take what the table says also where somebody else has changed the record since")
    .option("--report <file>", "where rejected rows are written, as CSV", "table-report.csv")
    .option("--encoding <name>", "the encoding of the file where it is not UTF-8, such as windows-1252")
    .addHelpText(
      "after",
      `
Each row becomes entries as in a dossier, and these are imported as a dossier is: importing the table again changes
nothing, and what somebody else wrote since stays as it is, which is reported as a conflict. A row with a doubtful value
(an unknown state, a wrong date, a word that the mapping file does not have) is rejected and reported with its line; the
other rows are recorded. Mapping files to start from are in docs/maps.

Examples:
  $ standpoint import table group_memberships.csv --map docs/maps/group-memberships.yaml --dry-run
  $ standpoint import table recognition_registry.csv --map docs/maps/recognitions.yaml

${exitCodesHelp}`,
    )
    .action(async (file: string, options: TableOptions) => {
      const { importTableFile } = await import("../files/importing-table.js"); // as for `serve`
      await importTableFile(file, options, setting);
    });
