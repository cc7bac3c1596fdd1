import type { Database } from "../../db/database.js";
import { isSeeded } from "../../import/seeds.js";
import { estimateRows, importVoteTables, readMap, voteMapForm } from "../../import/tables/index.js";
import { estimateVotes, importUnVotes, RowsRejected, type UnVotesResult } from "../../import/votes/index.js";
import { commandLog, type Setting } from "../setting.js";
import { RowsLeftOut, Stopped } from "../terminal/exit-codes.js";
import { duration, Progress } from "../terminal/progress.js";
import { stopSignal } from "../terminal/stop-signal.js";
import { reportGroups, reportVotes } from "../terminal/votes-report.js";
import { withDatabase } from "../with-database.js";
import { sourceChoice } from "./source-choice.js";

/** The command's options. */
export interface UnVotesOptions {
  readonly report: string;
  readonly source?: string;
  readonly encoding?: string;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly overwrite?: boolean;
  readonly newStates?: boolean;
}

/** Votes a second that the embedded database takes on a small machine (two cores). */
const embeddedRate = 8_000;

/** Records the votes in a folder, and says what became of them. */
export const importFolder = (folder: string, options: UnVotesOptions, setting: Setting): Promise<void> =>
  recordVotes(
    estimateVotes(folder),
    (database, importOptions) => importUnVotes(database, folder, importOptions),
    options,
    setting,
  );

/** The command's options for tables of votes. */
export interface VoteTableOptions extends UnVotesOptions {
  readonly map?: string;
}

/** Records the votes in tables, and says what became of them. */
export async function importVoteFiles(
  paths: readonly string[],
  options: VoteTableOptions,
  setting: Setting,
): Promise<void> {
  const map = options.map === undefined ? undefined : await readMap(options.map, voteMapForm);
  const hasSource = options.source !== undefined;
  await recordVotes(
    estimateRows(paths),
    (database, importOptions) => importVoteTables(database, paths, { map, hasSource }, importOptions),
    options,
    setting,
  );
}

type Import = (database: Database, options: Parameters<typeof importUnVotes>[2]) => Promise<UnVotesResult>;

/** @param votes about how many there are */
async function recordVotes(votes: number, work: Import, options: UnVotesOptions, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const source = options.source === undefined ? undefined : await sourceChoice(options.source);
  const env = setting.env();
  const stop = stopSignal();
  const stopping = new AbortController();
  void stop.signal.then(() => {
    terminal.err("Stopping after the current rows. Press Ctrl-C again to stop at once, which is also safe.");
    stopping.abort();
  });
  try {
    const { result, seeded } = await withDatabase(env, terminal, commandLog(setting), async (database) => {
      if (database.kind === "embedded" && !options.dryRun) {
        const time = duration(Math.ceil(votes / embeddedRate / 60) * 60);
        terminal.err(`The embedded database needs about ${time} for roughly ${votes.toLocaleString("en-US")} votes.`);
      }
      terminal.err("Checking the files …");
      const checking = new Progress("Checking", terminal);
      const recording = new Progress("Votes", terminal);
      try {
        const result = await work(database, {
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

function tell(result: UnVotesResult, options: UnVotesOptions, seeded: boolean, { terminal }: Setting): void {
  if (options.dryRun) terminal.out("Nothing was changed. An import would do this:");
  reportVotes(result, options.report, terminal);
  if (result.stopped)
    throw new Stopped("Stopped. The rows recorded so far stay: the same command continues from there");
  if (!seeded && !options.dryRun) {
    terminal.out("The dossiers that come with Standpoint are not recorded, but most of the playground's tabs are");
    terminal.out("about them. `standpoint seed` records them.");
  }
  if (result.rejected + result.conflicts > 0) {
    const rows = `${result.rejected} rows were rejected and ${result.conflicts} facts conflict with the record`;
    const rest = options.dryRun ? "Nothing was changed" : "All other rows are recorded";
    throw new RowsLeftOut(`${rows}. ${rest}; ${options.report} says why`);
  }
}
