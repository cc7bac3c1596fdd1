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
    .option("--dry-run", "check the files, compare them with the record and show what would change; change nothing")
    .option("--strict", "record nothing if any row would be rejected")
    .option(
      "--overwrite",
      "replace also what the record has otherwise, whether an earlier release or somebody else said it",
    )
    .option("--new-states", "record countries that are neither known nor on record as new states")
    .option(
      "--source <source>",
      "to what the data is attributed: the slug of a source on record, or a YAML file with one",
    )
    .option("--encoding <name>", "the encoding of the files where it is not UTF-8, such as windows-1252")
    .addHelpText(
      "after",
      `
All files are read and checked before anything is recorded: a damaged file is refused with its line. Each vote becomes a
position with the roll call as evidence. An import adds what is not on record; where the files contradict the record,
that stays, and each such conflict is reported. It is safe to stop at any time, and the same command goes on from there.

Example:
  $ standpoint import un-votes path/to/data

${exitCodesHelp}`,
    )
    .action(async (folder: string, options: UnVotesOptions) => {
      const { importFolder } = await import("../files/importing-votes.js"); // as for `serve`
      await importFolder(folder, options, setting);
    });
