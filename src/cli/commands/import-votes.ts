import { Command } from "commander";
import type { VoteTableOptions } from "../files/importing-votes.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const importVotesCommand = (setting: Setting): Command =>
  new Command("votes")
    .description("record roll calls of the General Assembly from tables with one row for each vote")
    .argument("<file...>", "tables as .csv or .csv.gz, in one of the forms of docs/tables.md")
    .option("--map <file>", "a YAML file that says which column holds what, for tables of another form")
    .option(
      "--source <source>",
      "to what the data is attributed: the slug of a source on record, or a YAML file with one. Required where the columns do not show whose data it is",
    )
    .option("--dry-run", "check the tables, compare them with the record and show what would change; change nothing")
    .option("--strict", "record nothing if any row would be rejected")
    .option("--overwrite", "replace values that the record has otherwise, also where an editor wrote them")
    .option("--new-states", "record countries that are neither known nor on record as new states")
    .option("--report <file>", "where rejected rows, conflicts and remarks are written, as CSV", "votes-report.csv")
    .option("--encoding <name>", "the encoding of the files where it is not UTF-8, such as windows-1252")
    .addHelpText(
      "after",
      `
Three forms are recognised by their columns:
  - one row for each vote: resolution, date, country or code, vote
  - the voting data that the UN Digital Library exports (undl_id, ms_code, ms_vote ...)
  - copies of Erik Voeten's data (rcid, country, vote; or codes 1, 2, 3, 8, 9), joined with the roll calls or beside them

All files are read and checked before anything is recorded. An import adds what is not on record; where a table
contradicts the record, that stays, and each such conflict is reported. What is doubtful is reported with its line. It
is safe to stop at any time, and the same command goes on from there.

Examples:
  $ standpoint import votes --dry-run votes.csv --source my-source.yaml
  $ standpoint import votes unvotes.csv roll_calls.csv issues.csv
  $ standpoint import votes abstimmungen.csv --map map.yaml --source my-source.yaml

${exitCodesHelp}`,
    )
    .action(async (files: string[], options: VoteTableOptions) => {
      const { importVoteFiles } = await import("../files/importing-votes.js"); // as for `serve`
      await importVoteFiles(files, options, setting);
    });
