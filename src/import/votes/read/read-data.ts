import type { Entry } from "../../../record/entities/index.js";
import type { Report } from "../report.js";
import { type AbsenceTable, readAbsences } from "./absences.js";
import { type CountryTable, readCountries } from "./countries.js";
import { findDataFiles } from "./data-files.js";
import { type IssueTable, readIssues } from "./issues.js";
import { type RollCallTable, readRollCalls } from "./roll-calls.js";
import { readVotes, type VoteTable } from "./votes.js";

/** All that a folder's files say, checked by itself. A table that the folder lacks is undefined. */
export interface VotingData {
  readonly rollCalls: RollCallTable;
  readonly votes: VoteTable;
  readonly absences: AbsenceTable | undefined;
  readonly issues: IssueTable | undefined;
  readonly countries: CountryTable | undefined;
  /** Whose data it is, where it is not the usual one. */
  readonly source?: Entry<"sources"> | undefined;
}

export interface ReadOptions {
  readonly encoding?: string | undefined;
  /** Called with the number of rows read so far and how much of the files that is, from 0 to 1. */
  readonly onProgress?: (progress: { rows: number; share: number }) => void;
}

/**
 * Reads every file of a folder to its end. Nothing is known of the record here, so nothing can be recorded before all of it
 * is checked.
 *
 * @throws UnusableFiles where a file is missing, damaged or not of this form
 */
export async function readData(folder: string, report: Report, options: ReadOptions): Promise<VotingData> {
  const files = findDataFiles(folder);
  let bytesRead = 0;
  const bytes = {
    encoding: options.encoding,
    onRead: (count: number) => {
      bytesRead += count;
      const rows = [...report.sums.values()].reduce((sum, { read }) => sum + read, 0);
      options.onProgress?.({ rows, share: Math.min(1, bytesRead / Math.max(1, files.bytes)) });
    },
  };
  const rollCalls = await readRollCalls(files.rollCalls, report, bytes);
  const rcids = new Set(rollCalls.rows.map(({ rcid }) => rcid));
  const countries = files.countries ? await readCountries(files.countries, report, bytes) : undefined;
  const absences = files.absences ? await readAbsences(files.absences, rcids, report, bytes) : undefined;
  const issues = files.issues ? await readIssues(files.issues, rcids, report, bytes) : undefined;
  const votes = await readVotes(files.votes, rcids, report, bytes);
  return { rollCalls, votes, absences, issues, countries };
}
