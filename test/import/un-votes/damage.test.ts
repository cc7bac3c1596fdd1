import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { RowsRejected, UnusableFiles } from "../../../src/import/un-votes/index.js";
import { testDatabase } from "../../support/database.js";
import { importSample, votes } from "./imported.js";
import { country, type Sample, temporaryFolder, write } from "./sample.js";

const { france, namibia, ivoryCoast } = country;
const rcids = Array.from({ length: 20 }, (_, index) => 5_000 + index);
const sample: Sample = {
  rollCalls: rcids.map((rcid) => ({
    ...{ rcid, session: 60, date: "2005-12-01", unres: `R/60/${rcid}`, short: `Roll call ${rcid}, "quoted"` },
    ...{ stated_yes: 2, stated_no: 1, stated_abstain: 0 },
  })),
  votes: rcids.flatMap((rcid) => [
    [rcid, ...france, "yes"],
    [rcid, ...namibia, "yes"],
    [rcid, ...ivoryCoast, "no"],
  ]),
  absences: rcids.map((rcid) => [rcid, "Cuba", "CU", "recorded"]),
  issues: rcids.map((rcid) => [rcid, "hr", "Human rights"]),
  countries: [[220, ...france, "FRA", "France"]],
};

/** The text of a file of the sample. */
let text: (name: string) => string;
beforeAll(async () => {
  const folder = await write(sample);
  const names = ["un_roll_calls", "un_votes", "un_absences", "un_roll_call_issues", "un_vote_countries"];
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await readFile(join(folder, `${name}.csv`), "utf8"));
  text = (name) => texts.get(name) ?? "";
});

/** A folder with the sample, in which one file has other content. */
async function folderWith(file: string, content: string | Uint8Array): Promise<string> {
  const name = file.replace(/\..*$/, "");
  const folder = await temporaryFolder();
  for (const other of ["un_roll_calls", "un_votes", "un_absences", "un_roll_call_issues", "un_vote_countries"]) {
    if (other !== name) await writeFile(join(folder, `${other}.csv`), text(other));
  }
  await writeFile(join(folder, file), content);
  return folder;
}

const recordedRows = async (database: Database) => {
  const [row] = await database.query<{ count: number }>(sql`
    select (select count(*) from "Actor") + (select count(*) from "Source") + (select count(*) from "Proposal")
      + (select count(*) from "Topic") + (select count(*) from "Position") + (select count(*) from "Revision") as count`);
  return row?.count;
};

const line = (content: string, number: number, change: (row: string) => string): string =>
  content
    .split("\n")
    .map((row, index) => (index === number - 1 ? change(row) : row))
    .join("\n");

const latin1 = (content: string) => Buffer.from(content, "latin1");

describe("a damaged file is refused with its line, before anything is recorded", () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });
  const refused: [what: string, file: string, content: () => string | Uint8Array, message: string][] = [
    [
      "a quote that opens a cell",
      "un_votes.csv",
      () => line(text("un_votes"), 11, (row) => row.replace(",", ',"')),
      "un_votes.csv:11: a quote that opens in this row is never closed",
    ],
    [
      "a quote that takes in rows up to the next one",
      "un_votes.csv",
      () => {
        const opened = line(text("un_votes"), 11, (row) => row.replace(",", ',"'));
        return line(opened, 30, (row) => row.replace(/,(?=[A-Z]{2},)/, '",'));
      },
      "un_votes.csv:11: a quote that opens in this row takes in the rows that follow",
    ],
    [
      "a quote within a cell",
      "un_votes.csv",
      () => line(text("un_votes"), 12, (row) => row.replace("Namibia", 'Nam"ibia')),
      "un_votes.csv:12: a quote stands inside a cell",
    ],
    [
      "a quote within quotes",
      "un_roll_calls.csv",
      () => line(text("un_roll_calls"), 5, (row) => row.replace('""quoted', '"quoted')),
      "un_roll_calls.csv:5: a quote closes a cell before its end",
    ],
    [
      "a lost separator",
      "un_absences.csv",
      () => line(text("un_absences"), 7, (row) => row.replace(",CU", "CU")),
      "un_absences.csv:7: has 3 cells where the header has 4",
    ],
    [
      "a lost line break",
      "un_roll_call_issues.csv",
      () => text("un_roll_call_issues").replace("Human rights\n", "Human rights"),
      "un_roll_call_issues.csv:2: has 5 cells where the header has 3",
    ],
    [
      "a cell that is too long",
      "un_roll_calls.csv",
      () => line(text("un_roll_calls"), 4, (row) => row.replace("quoted", "x".repeat(20_000))),
      "un_roll_calls.csv:4: has a cell of 20",
    ],
    [
      "a NUL character",
      "un_votes.csv",
      () => line(text("un_votes"), 9, (row) => row.replace("a", "\0")),
      "un_votes.csv:9: holds a NUL character",
    ],
    [
      "a cut in a row",
      "un_votes.csv",
      () => text("un_votes").slice(0, -2),
      'un_votes.csv:61: ends in the middle of a row: the vote is "n"',
    ],
    ["a cut in a cell", "un_votes.csv", () => text("un_votes").slice(0, -6), "un_votes.csv:61: has 3 cells"],
    [
      "compressed, and cut",
      "un_votes.csv.gz",
      () => gzipSync(text("un_votes")).subarray(0, 150),
      "can be read up to here, and then ends: it was not copied completely",
    ],
    [
      "compressed, with another checksum",
      "un_votes.csv.gz",
      () => {
        const bytes = gzipSync(text("un_votes"));
        bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 1;
        return bytes;
      },
      "can be read up to here, and then is damaged (incorrect data check)",
    ],
    ["not compressed, as its name says", "un_votes.csv.gz", () => text("un_votes"), "un_votes.csv.gz:1: is not gzip"],
    [
      "Windows-1252",
      "un_votes.csv",
      () => latin1(text("un_votes").replaceAll("’", "'")),
      "un_votes.csv:4: is not UTF-8. Save the file as UTF-8, or name its encoding: with --encoding windows-1252 the " +
        'line reads "5000,Côte d\'Ivoire,CI,no"',
    ],
    [
      "UTF-16 without a mark",
      "un_votes.csv",
      () => Buffer.from(text("un_votes"), "utf16le"),
      "un_votes.csv:1: holds a NUL character. If the file is UTF-16, add --encoding utf-16le",
    ],
    ["an empty file", "un_absences.csv", () => "", "un_absences.csv:1: is empty"],
    ["a lost column", "un_votes.csv", () => "rcid,country\n1,France\n", "un_votes.csv has no column vote"],
    ["a column twice", "un_votes.csv", () => "rcid,country,vote,vote\n", "un_votes.csv:1: names the column vote twice"],
  ];
  test.each(refused)("%s", async (_what, file, content, message) => {
    const folder = await folderWith(file, content());
    const refusal = expect(importSample(database, folder)).rejects;
    await refusal.toThrow(UnusableFiles);
    await expect(importSample(database, folder)).rejects.toThrow(message);
    expect(await recordedRows(database)).toBe(0);
  });
});

describe("what a program writes in another way is read where it is certain", () => {
  const certain: [what: string, content: () => string | Uint8Array, options?: { encoding: string }][] = [
    ["outer spaces and capitals", () => text("un_votes").replaceAll(",yes", ", Yes ").replaceAll(",no", ",NO")],
    ["spaces around quotes", () => text("un_votes").replaceAll("France", ' "France" ')],
    [
      "CRLF rows under an LF header",
      () =>
        text("un_votes")
          .replaceAll(/(?<=[a-z])\n(?=\d|$)/g, "\r\n")
          .replace("\r\n", "\n"),
    ],
    ["LF rows under a CRLF header", () => text("un_votes").replace("\n", "\r\n")],
    ["CR, and a lost CR", () => text("un_votes").replaceAll("\n", "\r").replace("yes\r", "yes\r\r\n")],
    ["semicolons", () => text("un_votes").replaceAll(",", ";")],
    ["tabs", () => text("un_votes").replaceAll(",", "\t")],
    ["numbers as decimals", () => text("un_votes").replaceAll(/^(\d+)/gm, "$1.0")],
    ["UTF-8 with a byte order mark", () => `\ufeff${text("un_votes")}`],
    ["UTF-16 with a byte order mark", () => Buffer.from(`\ufeff${text("un_votes")}`, "utf16le")],
    ["UTF-16, big-endian", () => Buffer.from(`\ufeff${text("un_votes")}`, "utf16le").swap16()],
    ["Windows-1252, by name", () => latin1(text("un_votes").replaceAll("’", "\x92")), { encoding: "windows-1252" }],
    ["empty lines", () => text("un_votes").replaceAll("\n", "\n\n")],
    ["no line break at the end", () => text("un_votes").trimEnd()],
  ];
  test.each(certain)("%s", async (_what, content, options = undefined) => {
    const database = await testDatabase();
    const folder = await folderWith("un_votes.csv", content());
    if (options) {
      for (const name of ["un_roll_calls", "un_absences", "un_roll_call_issues", "un_vote_countries"]) {
        await writeFile(join(folder, `${name}.csv`), latin1(text(name)));
      }
    }
    const { sums, rejected } = await importSample(database, folder, 1000, options);
    expect(rejected).toEqual([]);
    expect(sums["un_votes.csv"]).toMatchObject({ read: 60, recorded: 60 });
    expect(new Set((await votes(database)).map(({ holder }) => holder))).toEqual(
      new Set(["france", "namibia", "cote-d-ivoire"]),
    );
  });

  test("R's NA is no value, and Namibia's code", async () => {
    const database = await testDatabase();
    const none = { importantvote: "NA", amend: "NA", para: "NA", short: "NA", stated_abstain: "NA" };
    const { rejected } = await importSample(database, {
      rollCalls: [{ rcid: 1, session: 20, date: "1965-12-01", unres: "NA", descr: "A TEXT", ...none }],
      votes: [
        [1, ...namibia, "yes"],
        [1, "Yemen Arab Republic", "NA", "yes"],
        [1, "Federal Republic of Germany", "NA", "no"],
        [1, "France", "NA", "no"],
      ],
    });
    expect(rejected).toEqual([]);
    expect((await votes(database)).map(({ holder, subject }) => `${holder} ${subject}`)).toEqual([
      "france un-ga-20-rc-1",
      "germany un-ga-20-rc-1",
      "namibia un-ga-20-rc-1",
      "yemen-arab-republic un-ga-20-rc-1",
    ]);
    const [proposal] = await database.query<{ title: string }>(sql`select title from "Proposal"`);
    expect(proposal?.title).toBe("A TEXT");
  });

  test("control characters are left out, and a lost letter is rejected", async () => {
    const database = await testDatabase();
    const roll = { session: 60, date: "2005-12-01" };
    const { rejected } = await importSample(database, {
      rollCalls: [
        { rcid: 1, unres: "R/60/1", short: "ONE", descr: "A\bB", ...roll },
        { rcid: 2, unres: "R/60/2", short: "C\ufffdTE", ...roll },
      ],
      votes: [[1, "C\ufffdte d'Ivoire", "CI", "yes"]],
    });
    expect(rejected.map((reason) => reason.replace(/, in the place.*/, ""))).toEqual([
      "un_roll_calls.csv:3 short holds U+FFFD",
      "un_votes.csv:2 country holds U+FFFD",
    ]);
    expect(await database.query(sql`select summary from "Proposal"`)).toEqual([{ summary: "AB" }]);
  });
});

test("a country that nobody knows is no new state, unless that is wanted", async () => {
  const database = await testDatabase();
  const doubtful = {
    ...sample,
    countries: undefined,
    votes: [
      [5000, "Cannada", "CX", "yes"],
      [5000, "Canada", "CX", "yes"],
      [5000, "Fraance", "DE", "yes"],
      [5000, "Viet Nahm", "VN", "yes"],
      [5000, "Ruritania", "XR", "yes"],
    ],
  } as unknown as Sample;
  const { rejected, notes } = await importSample(database, doubtful);
  expect(rejected).toEqual([
    'un_votes.csv:2 no country "Cannada" with the code CX is known; the nearest is Canada (CA). --new-states records it as a state',
    "un_votes.csv:3 the code of Canada is CA, not CX",
    'un_votes.csv:4 the code DE is that of Germany, and the name "Fraance" is near "France"',
    expect.stringMatching(/^un_votes.csv:6 no country "Ruritania" with the code XR is known/),
  ]);
  expect(notes).toContain('the name "Viet Nahm" is not known: by its code VN it is Vietnam');
  await importSample(database, doubtful, 7, { newStates: true });
  expect((await votes(database)).map(({ holder }) => holder)).toEqual(["cannada", "ruritania", "vietnam"]);
});

test("strict records nothing where a row would be rejected, and the report stays small", async () => {
  const database = await testDatabase();
  const many = {
    ...sample,
    votes: rcids.flatMap((rcid) => Array.from({ length: 50 }, (_, n) => [rcid, `Land ${n}`, "", "maybe"])),
  };
  const error = await importSample(database, many, 7, { strict: true }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RowsRejected);
  expect(String(error)).toContain("1000 rows would be rejected. Nothing was recorded");
  expect(await recordedRows(database)).toBe(0);
  const { report, sums } = await importSample(database, many);
  expect(sums["un_votes.csv"]).toEqual({ read: 1000, recorded: 0, unchanged: 0, rejected: 1000 });
  const lines = report.filter(({ kind }) => kind === "rejected");
  expect(lines.length).toBe(101);
  expect(lines.reduce((sum, { rows }) => sum + Number(rows), 0)).toBe(1000);
});

/** A row of the votes and what damage does to it. */
type Damage = {
  readonly at: number;
  readonly kind: "flip" | "cut" | "quote" | "line" | "separator";
  readonly bit: number;
};

const damage = fc.record<Damage>({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  kind: fc.constantFrom("flip", "cut", "quote", "line", "separator"),
  bit: fc.integer({ min: 0, max: 7 }),
});

function damaged(content: string, { at, kind, bit }: Damage): Buffer {
  const bytes = Buffer.from(content);
  const place = Math.floor(at * bytes.length);
  const around = (text: string, skip = 0) =>
    Buffer.concat([bytes.subarray(0, place), Buffer.from(text), bytes.subarray(place + skip)]);
  if (kind === "cut") return bytes.subarray(0, place);
  if (kind === "quote") return around('"');
  if (kind === "separator") return around([",", ";", "\t", "\n"][bit % 4] ?? ",", bit % 2);
  if (kind === "line") return Buffer.from(line(content, 2 + (place % 60), () => "").replace("\n\n", "\n"));
  bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
  return bytes;
}

test("whatever is damaged, a file is refused, or what is recorded is what its rows say", async () => {
  const whole = new Set(text("un_votes").split("\n").slice(1, -1));
  const runs = 25 * Number(process.env.TEST_RUNS ?? 1);
  let database = await testDatabase();
  await fc.assert(
    fc.asyncProperty(damage, async (what) => {
      const content = damaged(text("un_votes"), what);
      const folder = await folderWith("un_votes.csv", content);
      const result = await importSample(database, folder, 1000).catch((error: unknown) => error as Error);
      if (result instanceof Error) {
        expect(result).toBeInstanceOf(UnusableFiles);
        expect(await recordedRows(database)).toBe(0);
        return;
      }
      const used = database;
      database = await testDatabase();
      const names: Record<string, string> = {
        france: "France,FR",
        namibia: "Namibia,NA",
        "cote-d-ivoire": "Côte d’Ivoire,CI",
      };
      const cast: Record<string, string> = { SUPPORTS: "yes", OPPOSES: "no", ABSTAINS: "abstain" };
      const recorded = (await votes(used)).map(({ holder, subject, stance }) => {
        return `${subject.slice(-4)},${names[holder] ?? holder},${cast[stance]}`;
      });
      const rows =
        content
          .toString("utf8")
          .split(/[\r\n]+/)
          .filter(Boolean).length - 1;
      const { read = 0, rejected = 0 } = result.sums["un_votes.csv"] ?? {};
      expect(read).toBe(rows);
      expect(recorded.length).toBe(read - rejected);
      // One flipped bit can make one valid row of another; everything else is as the file had it.
      const foreign = recorded.filter((vote) => !whole.has(vote));
      expect(foreign.length).toBeLessThanOrEqual(what.kind === "flip" || what.kind === "separator" ? 1 : 0);
      const lost = whole.size - recorded.length;
      if (lost > 0) expect(rejected + result.differences + result.notes.length).toBeGreaterThan(0);
    }),
    { numRuns: runs },
  );
});
