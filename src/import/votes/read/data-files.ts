import { statSync } from "node:fs";
import { findTable } from "./csv/table.js";
import { UnusableFiles } from "./unusable-files.js";

/** The paths of the data's files; some may be missing. */
export interface DataFiles {
  readonly rollCalls: string;
  readonly votes: string;
  readonly absences: string | undefined;
  readonly issues: string | undefined;
  readonly countries: string | undefined;
  /** The size of all of them as they are stored. */
  readonly bytes: number;
}

/** Finds the files in a folder. Throws UnusableFiles where the roll calls or the votes are missing. */
export function findDataFiles(folder: string): DataFiles {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UnusableFiles(`${folder} is not a folder`);
  const files = {
    rollCalls: required(folder, "un_roll_calls"),
    votes: required(folder, "un_votes"),
    absences: findTable(folder, "un_absences"),
    issues: findTable(folder, "un_roll_call_issues"),
    countries: findTable(folder, "un_vote_countries"),
  };
  const paths = Object.values(files).filter((path) => path !== undefined);
  return { ...files, bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0) };
}

function required(folder: string, name: string): string {
  const path = findTable(folder, name);
  if (path === undefined) throw new UnusableFiles(`${folder} has neither ${name}.csv nor ${name}.csv.gz`);
  return path;
}

/** About how many votes a folder holds, by the size of its file. Throws UnusableFiles. */
export function estimateVotes(folder: string): number {
  const { votes } = findDataFiles(folder);
  // Measured: a row takes 3 bytes compressed and 24 plain.
  const estimate = statSync(votes).size / (votes.endsWith(".gz") ? 3 : 24);
  return Math.ceil(estimate / 1000) * 1000;
}
