import { statSync } from "node:fs";
import type { Database } from "../../../db/database.js";
import { importVotes, type UnVotesOptions, type UnVotesResult } from "../../votes/import.js";
import { readVoteTables, type VoteTablesReading } from "./read-vote-tables.js";

/**
 * Imports tables with a row for each vote of the General Assembly, in any of the forms that docs/tables.md names. What is
 * recorded, compared and reported is the same as for the usual files: see `importVotes`.
 *
 * @throws UnusableFiles where a file is damaged or of an unknown format; nothing was recorded
 * @throws MapProblems where the mapping file does not fit a table; nothing was recorded
 */
export function importVoteTables(
  database: Database,
  paths: readonly string[],
  reading: Pick<VoteTablesReading, "map" | "hasSource">,
  options: UnVotesOptions,
): Promise<UnVotesResult> {
  const size = paths.reduce((sum, path) => sum + sizeOf(path), 0);
  return importVotes(
    database,
    (report, { encoding, onProgress }) => {
      let bytesRead = 0;
      const onRead = (count: number) => {
        bytesRead += count;
        const rows = [...report.sums.values()].reduce((sum, { read }) => sum + read, 0);
        onProgress?.({ rows, share: Math.min(1, bytesRead / Math.max(1, size)) });
      };
      return readVoteTables(paths, report, { ...reading, bytes: { encoding, onRead } });
    },
    options,
  );
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** About how many votes are in tables, by their size. */
export function estimateRows(paths: readonly string[]): number {
  // A row takes some 5 bytes compressed and 60 plain.
  const estimate = paths.reduce((sum, path) => sum + sizeOf(path) / (path.endsWith(".gz") ? 5 : 60), 0);
  return Math.ceil(estimate / 1000) * 1000;
}
