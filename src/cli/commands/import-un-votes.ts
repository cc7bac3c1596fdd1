import { Command } from "commander";
import type { UnVotesOptions } from "../files/importing-votes.js";
import type { Setting } from "../setting.js";
import { exitCodesHelp } from "../terminal/exit-codes.js";

export const importUnVotesCommand = (setting: Setting): Command =>
  new Command("un-votes")
    .description("record the roll calls of the United Nations General Assembly from the files of the open data set")
    .argument("<folder>", "the folder with un_roll_calls and un_votes, as .csv or .csv.gz (docs/un-votes.md)")
    .option(
      "--report <file>",
      "where rejected rows, conflicts, corrections and remarks are written, as CSV",
      "un-votes-report.csv",
    )
    .option("--dry-run", "check the files and show every difference from the record, without changing anything")
    .option("--strict", "record nothing if any row is rejected")
    .option(
      "--overwrite",
      "use the files' value even if the record has another one, from an earlier release or another author",
    )
    .option("--new-states", "record unknown countries as new states")
    .option(
      "--source <source>",
      "the source of the data: the slug of a recorded source, or a YAML file that describes one",
    )
    .option("--encoding <name>", "the encoding of the files, such as windows-1252 (default: UTF-8)")
    .addHelpText(
      "after",
      `
All files are read and checked before anything is recorded. A damaged file is refused, with the line of the damage. Each vote
becomes a position with the roll call as its evidence. An import adds what is not recorded yet. Where the files conflict with
the record, the record stays unchanged and the conflict is reported. You can stop the import at any time: the same command
continues it.

Example:
  $ standpoint import un-votes path/to/data

${exitCodesHelp}`,
    )
    .action(async (folder: string, options: UnVotesOptions) => {
      const { importFolder } = await import("../files/importing-votes.js"); // as for `serve`
      await importFolder(folder, options, setting);
    });
