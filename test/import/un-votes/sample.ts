import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll } from "@jest/globals";
import { stringify } from "csv-stringify/sync";

type Cells = readonly (string | number)[];

/** The data's files, as rows; a file that is left out is not written. */
export interface Sample {
  readonly rollCalls: readonly Partial<RollCall>[];
  /** rcid, country, code, vote */
  readonly votes: readonly Cells[];
  /** rcid, country, code, basis */
  readonly absences?: readonly Cells[];
  /** rcid, short name, issue */
  readonly issues?: readonly Cells[];
  /** Correlates of War code, country, code, three letters, name of 2021 */
  readonly countries?: readonly Cells[];
}

interface RollCall {
  rcid: number | string;
  session: number | string;
  importantvote: string;
  date: string;
  unres: string;
  amend: string;
  para: string;
  short: string;
  descr: string;
  stated_yes: number | string;
  stated_no: number | string;
  stated_abstain: number | string;
}

const rollCallColumns = [
  ...["rcid", "session", "importantvote", "date", "unres", "amend", "para", "short", "descr"],
  ...["stated_yes", "stated_no", "stated_abstain"],
];

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "standpoint-un-votes-"));
  folders.push(folder);
  return folder;
}

/** Writes the sample to a folder of its own. */
export async function write(sample: Sample, { gzip = false } = {}): Promise<string> {
  const folder = await temporaryFolder();
  const files: [name: string, columns: readonly string[], rows: readonly Cells[] | undefined][] = [
    [
      "un_roll_calls",
      rollCallColumns,
      sample.rollCalls.map((row) => rollCallColumns.map((column) => row[column as keyof RollCall] ?? "")),
    ],
    ["un_votes", ["rcid", "country", "country_code", "vote"], sample.votes],
    ["un_absences", ["rcid", "country", "country_code", "basis"], sample.absences],
    ["un_roll_call_issues", ["rcid", "short_name", "issue"], sample.issues],
    ["un_vote_countries", ["cow_code", "country", "country_code", "abbr_2021_05", "name_2021_05"], sample.countries],
  ];
  for (const [name, columns, rows] of files) {
    if (!rows) continue;
    const text = stringify([columns, ...rows]);
    await writeFile(join(folder, gzip ? `${name}.csv.gz` : `${name}.csv`), gzip ? gzipSync(text) : text);
  }
  return folder;
}

/** A country as the tables of votes and absences name it. */
export const country = {
  france: ["France", "FR"],
  namibia: ["Namibia", "NA"],
  ivoryCoast: ["Côte d’Ivoire", "CI"],
  russia: ["Russia", "RU"],
  yugoslavia: ["Yugoslavia", "YU"],
  czechoslovakia: ["Czechoslovakia", "CS"],
  westGermany: ["Federal Republic of Germany", ""],
  eastGermany: ["German Democratic Republic", "DD"],
  northYemen: ["Yemen Arab Republic", ""],
  southYemen: ["Yemen People's Republic", "YD"],
  zanzibar: ["Zanzibar", ""],
  taiwan: ["Taiwan", "TW"],
  china: ["China", "CN"],
} as const;
