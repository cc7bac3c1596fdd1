import { basename } from "node:path";
import type { Entry } from "../../../record/entities/index.js";
import { type AbsenceTable, absentAgain, readAbsences, recordedAbsence } from "../../votes/read/absences.js";
import { CountryRows } from "../../votes/read/country-rows.js";
import type { ByteOptions } from "../../votes/read/csv/bytes.js";
import { rejectionOf } from "../../votes/read/csv/cells.js";
import { type Rejection, readTable } from "../../votes/read/csv/table.js";
import { readIssues } from "../../votes/read/issues.js";
import type { VotingData } from "../../votes/read/read-data.js";
import { readRollCalls } from "../../votes/read/roll-calls.js";
import { UnusableFiles } from "../../votes/read/unusable-files.js";
import { printed, VoteRows } from "../../votes/read/votes.js";
import type { Report } from "../../votes/report.js";
import { usualSource } from "../../votes/sources.js";
import { cellValue, columnsOf, type TableRow } from "../value.js";
import { printedCountry } from "./country-cell.js";
import { RollCallRows } from "./roll-call-rows.js";
import type { VoteColumns } from "./vote-columns.js";
import { sortFiles, type VoteFile } from "./vote-files.js";
import type { VoteMap } from "./vote-map.js";
import { voteWord } from "./vote-words.js";

export interface VoteTablesReading {
  readonly bytes: ByteOptions;
  readonly map: VoteMap | undefined;
  /** Whether the caller names the source; where not, the columns must show whose data it is. */
  readonly hasSource: boolean;
}

/** What the rows of all files of votes are counted as. */
const labels = { votes: "votes", absences: "absences", rollCalls: "roll calls", others: "not members" } as const;

/** Lines of one file stay below this, so that a line number identifies its file. */
const linesOfFile = 20_000_000;

/**
 * Reads tables with a row for each vote, and beside them those of roll calls, issues and absences that the usual copies
 * have apart, as one set of voting data.
 *
 * @throws UnusableFiles where a file is damaged or of an unknown format
 * @throws MapProblems where the mapping file does not fit a table
 */
export async function readVoteTables(
  paths: readonly string[],
  report: Report,
  { bytes, map, hasSource }: VoteTablesReading,
): Promise<VotingData> {
  const files = await sortFiles(paths, map, bytes);
  const source = sources[files.votes[0]?.columns.shape ?? "other"];
  if (!source && !hasSource) throw new UnusableFiles(withoutSource);
  const places = files.votes.map(({ path }, index) => ({ file: basename(path), offset: index * linesOfFile }));
  for (const label of Object.values(labels)) report.label(label, places);
  const known = files.rollCalls === undefined ? undefined : await readRollCalls(files.rollCalls, report, bytes);
  const rollCalls = new RollCallRows(known?.rows);
  const votes = new VoteRows(labels.votes);
  const absences = new CountryRows(labels.absences);
  for (const [index, file] of files.votes.entries()) {
    await readVoteFile(file, index * linesOfFile, { rollCalls, votes, absences, report, bytes });
  }
  votes.finish(report);
  if (!known) report.of(labels.rollCalls).read = rollCalls.rows.length;
  const rcids = new Set(rollCalls.rows.map(({ rcid }) => rcid));
  const ownAbsences = absences.countries.length > 0 ? { file: labels.absences, rows: absences } : undefined;
  return {
    rollCalls: known ?? { file: labels.rollCalls, rows: rollCalls.rows },
    votes: { file: labels.votes, rows: votes.rows },
    absences: await absencesOf(files.absences, ownAbsences, rcids, report, bytes),
    issues: files.issues ? await readIssues(files.issues, rcids, report, bytes) : undefined,
    countries: undefined,
    source,
  };
}

/** Whose data a table is that has these columns. */
const sources: Record<VoteColumns["shape"], Entry<"sources"> | undefined> = {
  voeten: usualSource,
  "un-digital-library": {
    slug: "un-digital-library-voting-data",
    title: "United Nations Digital Library, voting data of the General Assembly",
    publisher: "Dag Hammarskjöld Library",
    url: "https://digitallibrary.un.org/",
    kind: "DATASET",
    language: "en",
  },
  other: undefined,
};

const withoutSource =
  "The columns do not identify the source of the data. Give it with --source: the slug of a recorded source, or a YAML file with slug, title and kind";

interface Reading {
  readonly rollCalls: RollCallRows;
  readonly votes: VoteRows;
  readonly absences: CountryRows;
  readonly report: Report;
  readonly bytes: ByteOptions;
}

async function readVoteFile({ path, columns }: VoteFile, offset: number, reading: Reading): Promise<void> {
  const { rollCalls, votes, absences, report, bytes } = reading;
  const { fields, scheme, shape } = columns;
  const names = [...new Set(Object.values(fields).flatMap((forms) => forms.flatMap(columnsOf)))];
  const move = (label: string) => {
    report.of(labels.votes).read--;
    report.of(label).read++;
  };
  const readRow = (row: TableRow, line: number): Rejection | undefined => {
    const text = (field: keyof typeof fields): string => {
      for (const form of fields[field] ?? []) {
        const value = cellValue(form, row);
        if (value !== undefined) return String(value);
      }
      return "";
    };
    const word = voteWord(text("vote"), shape);
    const plain = printed(text("country"), text("code"));
    const country = printedCountry(plain.name, plain.code, scheme);
    if (country.name === "" && country.code === "") return { kind: "no country", reason: "names no country" };
    const rcid = rollCalls.of(text, line, shape === "voeten");
    if (word === "not a member") {
      move(labels.others);
      report.of(labels.others).unchanged++;
      return undefined;
    }
    if (word !== "absent") return votes.add(rcid, country, voteNumbers[word], line);
    const place = absences.place(country);
    if (absences.get(rcid, place)) return absentAgain(country.name, rcid);
    absences.set(rcid, place, recordedAbsence, line);
    move(labels.absences);
    return undefined;
  };
  await readTable(path, {
    ...{ ...bytes, columns: names, report, countedAs: { label: labels.votes, offset } },
    onRow: (cells, line) =>
      rejectionOf(() => readRow(new Map(names.map((name, index) => [name, cells[index] ?? ""])), line)),
  });
}

/** As the rows of the usual tables number them. */
const voteNumbers = { yes: 1, no: 2, abstain: 3 } as const;

/** The table of absences, or those that the votes' own rows say. */
async function absencesOf(
  path: string | undefined,
  own: AbsenceTable | undefined,
  rcids: ReadonlySet<number>,
  report: Report,
  bytes: ByteOptions,
): Promise<AbsenceTable | undefined> {
  if (path === undefined) return own;
  if (own)
    throw new UnusableFiles(`${basename(path)}: the files of votes also contain absences. Remove one of the two`);
  return readAbsences(path, rcids, report, bytes);
}
