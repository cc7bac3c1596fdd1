import { existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { ByteOptions } from "../../votes/read/csv/bytes.js";
import { UnusableFiles } from "../../votes/read/unusable-files.js";
import { headerOf } from "../header.js";
import { recognised, type VoteColumns } from "./vote-columns.js";
import { mappedColumns, type VoteMap } from "./vote-map.js";

export interface VoteFile {
  readonly path: string;
  readonly columns: VoteColumns;
}

/** The files of one import, by what they hold. */
export interface SortedFiles {
  readonly votes: readonly VoteFile[];
  readonly rollCalls: string | undefined;
  readonly issues: string | undefined;
  readonly absences: string | undefined;
}

type Other = Exclude<keyof SortedFiles, "votes">;

/** The columns by which a table beside the votes is recognised, the surest first. */
const others: readonly (readonly [kind: Other, columns: readonly string[]])[] = [
  ["rollCalls", ["rcid", "session", "date", "unres"]],
  ["issues", ["rcid", "issue"]],
  ["absences", ["rcid", "country", "country_code"]],
];

/** Says of each file what it holds, by its columns. Throws UnusableFiles and MapProblems. */
export async function sortFiles(
  paths: readonly string[],
  map: VoteMap | undefined,
  bytes: ByteOptions,
): Promise<SortedFiles> {
  const votes: VoteFile[] = [];
  const found: Partial<Record<Other, string>> = {};
  const names = new Set<string>();
  for (const path of paths) {
    refuseUnreadable(path, names);
    const file = basename(path);
    const header = await headerOf(path, { encoding: bytes.encoding });
    const kind = map ? undefined : kindOf(header);
    if (kind === undefined) {
      votes.push({ path, columns: map ? mappedColumns(map, header) : recognised(file, header) });
    } else if (found[kind] !== undefined) {
      throw new UnusableFiles(`${file} has the same columns as ${basename(found[kind])}. Combine the two files`);
    } else found[kind] = path;
  }
  refuseMixed(votes, found.rollCalls);
  return { votes, rollCalls: found.rollCalls, issues: found.issues, absences: found.absences };
}

function refuseUnreadable(path: string, names: Set<string>): void {
  const file = basename(path);
  if (!existsSync(path)) throw new UnusableFiles(`${path}: no such file`);
  if (statSync(path).isDirectory()) throw new UnusableFiles(`${path} is a folder. Give the files in it`);
  if (names.has(file))
    throw new UnusableFiles(`${file} is the name of two files, which the report could not distinguish. Rename one`);
  names.add(file);
}

/** What a table beside the votes holds; undefined for votes, and for what nobody can tell. */
const kindOf = (header: readonly string[]): Other | undefined =>
  header.includes("vote") || header.includes("ms_vote")
    ? undefined
    : others.find(([, columns]) => columns.every((column) => header.includes(column)))?.[0];

function refuseMixed(votes: readonly VoteFile[], rollCalls: string | undefined): void {
  const [first] = votes;
  if (!first) throw new UnusableFiles("None of the files has votes");
  const other = votes.find(({ columns }) => columns.shape !== first.columns.shape);
  if (other) {
    const names = `${basename(first.path)} and ${basename(other.path)}`;
    throw new UnusableFiles(`${names} have the columns of different data sets. Import them one after the other`);
  }
  if (rollCalls !== undefined) {
    if (first.columns.shape === "voeten") return;
    throw new UnusableFiles(
      `${basename(first.path)} has no column rcid, which links its rows to ${basename(rollCalls)}`,
    );
  }
  const undated = votes.find(({ columns }) => !columns.fields.date);
  if (undated) {
    const what = "has no dates: also give the table of roll calls (rcid, session, date, unres)";
    throw new UnusableFiles(`${basename(undated.path)} ${what}`);
  }
}
