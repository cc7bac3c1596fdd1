import { Command } from "commander";
import type { TableOptions } from "../files/importing-table.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";
import { defaultAuthor } from "./default-author.js";

export const importTableCommand = (setting: Setting): Command =>
  new Command("table")
    .description("record memberships, recognitions, codes or other facts from a table, described by a mapping file")
    .argument("<file>", "a table with a header row, as .csv or .csv.gz")
    .requiredOption("--map <file>", "a YAML file that maps each row to entries (docs/tables.md)")
    .option("--author <name>", "the author of the changes, as shown in the revisions", defaultAuthor())
    .option("--reason <text>", "the reason for the changes, as shown in the revisions")
    .option("--dry-run", "check the table and show every difference, without changing anything")
    .option("--strict", "record nothing if any row is rejected")
    .option("--overwrite", "use the table's value even if someone else has changed the record since")
    .option("--report <file>", "where rejected rows are written, as CSV", "table-report.csv")
    .option("--encoding <name>", "the encoding of the file, such as windows-1252 (default: UTF-8)")
    .addHelpText(
      "after",
      `
Each row becomes entries of a dossier, which are then imported as \`import dossier\` does. Importing the table again changes
nothing. A fact that someone else has changed since stays as it is and is reported as a conflict. A row with a doubtful value
(an unknown state, a wrong date, a word that the mapping file does not have) is rejected and reported with its line; the
other rows are recorded. docs/maps has mapping files to start from.

Examples:
  $ standpoint import table group_memberships.csv --map docs/maps/group-memberships.yaml --dry-run
  $ standpoint import table recognition_registry.csv --map docs/maps/recognitions.yaml

${exitCodesHelp}`,
    )
    .action(async (file: string, options: TableOptions) => {
      const { importTableFile } = await import("../files/importing-table.js"); // as for `serve`
      await importTableFile(file, options, setting);
    });
