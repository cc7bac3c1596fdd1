import type { ReportGroup, UnVotesResult } from "../../import/votes/index.js";
import { countTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/**
 * The result of an import of votes: sums by file, what was reported by reason, and the source.
 *
 * @param reportPath where the whole report was written, if it was
 */
export function reportVotes(result: UnVotesResult, reportPath: string | undefined, terminal: Terminal): void {
  const { out } = terminal;
  const rows = [...result.sums].map(
    ([file, { read, recorded, unchanged, rejected }]) => [file, read, recorded, unchanged, rejected] as const,
  );
  for (const line of countTable(["read", "recorded", "unchanged", "rejected"], rows, 26)) out(line);
  const { differences, corrections, conflicts, notes } = result;
  out(
    `Roll calls whose stated and counted totals differ: ${differences}. Remarks: ${notes}.${reportPath === undefined ? "" : ` All in ${reportPath}`}`,
  );
  out(`Corrections: ${corrections}. Conflicts: ${conflicts}. Source: ${result.source}`);
  reportGroups(
    result.groups.filter(({ kind }) => kind !== "note"),
    terminal,
  );
}

const mostGroups = 20;
/** How many differences of one kind a terminal shows. */
const mostShown = 5;

/** Each reason with its count and its first examples, as file, line and what is wrong. */
export function reportGroups(groups: readonly ReportGroup[], { err, style }: Terminal): void {
  const largest = groups.toSorted((a, b) => b.count - a.count);
  for (const { kind, file, count, examples } of largest.slice(0, mostGroups)) {
    for (const { line, reason } of examples.slice(0, mostShown)) {
      err(
        `${style(kind === "corrected" ? "dim" : "yellow", `${file}${line === null ? "" : `:${line}`}: ${kind}:`)} ${reason}`,
      );
    }
    if (count > mostShown) err(`    … and ${count - Math.min(mostShown, examples.length)} more like this`);
  }
  if (largest.length > mostGroups) err(`… and ${largest.length - mostGroups} more kinds`);
}
