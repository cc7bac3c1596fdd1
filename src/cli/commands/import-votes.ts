import { Command } from "commander";
import type { VoteTableOptions } from "../files/importing-votes.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const importVotesCommand = (setting: Setting): Command =>
  new Command("votes")
    .description("record roll calls of the General Assembly from tables with one row per vote")
    .argument("<file...>", "tables as .csv or .csv.gz, in one of the formats of docs/tables.md")
    .option("--map <file>", "a YAML file that maps the columns, for tables in other formats")
    .option(
      "--source <source>",
      "the source of the data: the slug of a recorded source, or a YAML file that describes one; required unless the columns identify the source",
    )
    .option("--dry-run", "check the tables and show every difference from the record, without changing anything")
    .option("--strict", "record nothing if any row is rejected")
    .option("--overwrite", "use the tables' value even if the record has another one, from an import or an editor")
    .option("--new-states", "record unknown countries as new states")
    .option("--report <file>", "where rejected rows, conflicts and remarks are written, as CSV", "votes-report.csv")
    .option("--encoding <name>", "the encoding of the files, such as windows-1252 (default: UTF-8)")
    .addHelpText(
      "after",
      `
Three forms are recognised by their columns:
  - one row for each vote: resolution, date, country or code, vote
  - the voting data that the UN Digital Library exports (undl_id, ms_code, ms_vote ...)
  - copies of Erik Voeten's data (rcid, country, vote; or codes 1, 2, 3, 8, 9), with the roll calls in the same table or in a
    separate one

All files are read and checked before anything is recorded. An import adds what is not recorded yet. Where a table conflicts
with the record, the record stays unchanged and the conflict is reported. Doubtful values are reported with their line. You
can stop the import at any time: the same command continues it.

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
