import { Command } from "commander";
import { isSeeded } from "../../import/seeds.js";
import { estimateVotes, importUnVotes, RowsRejected, type UnVotesResult } from "../../import/un-votes/index.js";
import { exitCodesHelp, RowsLeftOut, Stopped } from "../failure.js";
import { duration, Progress } from "../progress.js";
import { commandLog, type Setting } from "../setting.js";
import { sourceChoice } from "../source-choice.js";
import { stopSignal } from "../stop-signal.js";
import { reportGroups, reportVotes } from "../votes-report.js";
import { withDatabase } from "../with-database.js";

interface Options {
  readonly report: string;
  readonly source?: string;
  readonly encoding?: string;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly overwrite?: boolean;
  readonly newStates?: boolean;
}

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
    .option("--overwrite", "replace also what somebody else has revised since an import recorded it")
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
position with the roll call as evidence. An import adds what is new and corrects what it recorded itself; what somebody
else has revised since stays, and is reported. It is safe to stop at any time, and the same command goes on from there.

Example:
  $ standpoint import un-votes path/to/data

${exitCodesHelp}`,
    )
    .action((folder: string, options: Options) => importFolder(folder, options, setting));

/** Votes a second that the embedded database takes on a small machine (two cores). */
const embeddedRate = 8_000;

async function importFolder(folder: string, options: Options, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const votes = estimateVotes(folder);
  const source = options.source === undefined ? undefined : await sourceChoice(options.source);
  const env = setting.env();
  const stop = stopSignal();
  const stopping = new AbortController();
  void stop.signal.then(() => {
    terminal.err("Stopping after the rows under way; once more Ctrl-C stops at once, which is safe too.");
    stopping.abort();
  });
  try {
    const { result, seeded } = await withDatabase(env, terminal, commandLog(setting), async (database) => {
      if (database.kind === "embedded" && !options.dryRun) {
        const time = duration(Math.ceil(votes / embeddedRate / 60) * 60);
        terminal.err(`The embedded database takes about ${time} for ${votes.toLocaleString("en-US")} votes or so.`);
      }
      terminal.err("Checking the files …");
      const checking = new Progress("Checking", terminal);
      const recording = new Progress("Votes", terminal);
      try {
        const result = await importUnVotes(database, folder, {
          ...{ ...options, reportPath: options.report, source },
          ...{ signal: stopping.signal, onCheck: checking.tell, onProgress: recording.tell },
        });
        return { result, seeded: await isSeeded(database) };
      } finally {
        checking.end();
        recording.end();
      }
    });
    tell(result, options, seeded, setting);
  } catch (error) {
    if (error instanceof RowsRejected) reportGroups(error.groups, terminal);
    throw error;
  } finally {
    stop.forget();
  }
}

function tell(result: UnVotesResult, options: Options, seeded: boolean, { terminal }: Setting): void {
  if (options.dryRun) terminal.out("Nothing was changed. An import would do this:");
  reportVotes(result, options.report, terminal);
  if (result.stopped) throw new Stopped("Stopped. What was recorded stays: the same command goes on from there");
  if (!seeded && !options.dryRun) {
    terminal.out("The dossiers that come with Standpoint are not on record, and most of the playground's tabs are");
    terminal.out("about them. `standpoint seed` records them.");
  }
  if (result.rejected + result.conflicts > 0) {
    const rows = `${result.rejected} rows were rejected and ${result.conflicts} facts are in conflict`;
    const rest = options.dryRun ? "Nothing was changed" : "All else is on record";
    throw new RowsLeftOut(`${rows}. ${rest}; ${options.report} says why`);
  }
}
