import { Command } from "commander";
import { estimateVotes, importUnVotes, type UnVotesResult } from "../../import/un-votes/index.js";
import { exitCodesHelp, Stopped } from "../failure.js";
import { duration, Progress } from "../progress.js";
import { commandLog, type Setting } from "../setting.js";
import { stopSignal } from "../stop-signal.js";
import type { Terminal } from "../terminal.js";
import { withDatabase } from "../with-database.js";

interface Options {
  report: string;
}

export const importUnVotesCommand = (setting: Setting): Command =>
  new Command("un-votes")
    .description("record the roll calls of the United Nations General Assembly from the files of the open data set")
    .argument("<folder>", "the folder with un_roll_calls and un_votes, as .csv or .csv.gz (docs/un-votes.md)")
    .option("--report <file>", "where every rejected row and every remark is written, as CSV", "un-votes-report.csv")
    .addHelpText(
      "after",
      `
Each vote becomes a position with the roll call as evidence. What is on record stays as it is. It is safe to stop at any
time, and the same command goes on from there; one more run changes nothing.

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
  const env = setting.env();
  const stop = stopSignal();
  const stopping = new AbortController();
  void stop.signal.then(() => {
    terminal.err("Stopping after the rows under way; once more Ctrl-C stops at once, which is safe too.");
    stopping.abort();
  });
  try {
    const result = await withDatabase(env, terminal, commandLog(setting), async (database) => {
      if (database.kind === "embedded") {
        const time = duration(Math.ceil(votes / embeddedRate / 60) * 60);
        terminal.err(`The embedded database takes about ${time} for ${votes.toLocaleString("en-US")} votes or so.`);
      }
      terminal.err("Recording countries, topics and roll calls …");
      const progress = new Progress("Votes", terminal);
      try {
        const { signal } = stopping;
        return await importUnVotes(database, folder, { reportPath: options.report, onProgress: progress.tell, signal });
      } finally {
        progress.end();
      }
    });
    tell(result, options.report, terminal);
    if (result.stopped) throw new Stopped("Stopped. What was recorded stays: the same command goes on from there");
  } finally {
    stop.forget();
  }
}

function tell({ sums, differences, notes }: UnVotesResult, report: string, { out }: Terminal): void {
  const rows = [...sums].map(([file, { read, recorded, unchanged, rejected }]) => [
    file,
    read,
    recorded,
    unchanged,
    rejected,
  ]);
  const total = [1, 2, 3, 4].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
  for (const [file, ...cells] of [["", "read", "recorded", "unchanged", "rejected"], ...rows, ["all", ...total]]) {
    out(`${String(file).padEnd(26)}${cells.map((cell) => String(cell).padStart(11)).join("")}`);
  }
  out(`Roll calls whose stated and counted totals differ: ${differences}. Remarks: ${notes}. All in ${report}`);
}
