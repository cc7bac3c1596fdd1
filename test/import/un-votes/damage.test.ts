import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../../src/db/database.js";
import { UnusableFiles } from "../../../src/import/votes/index.js";
import { readData } from "../../../src/import/votes/read/read-data.js";
import { Report } from "../../../src/import/votes/report.js";
import { testDatabase } from "../../support/database.js";
import { runs } from "../../support/runs.js";
import { folderWith, latin1, line, rcids, recordedRows, text } from "./damaged.js";
import { importSample } from "./imported.js";

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
      "un_votes.csv:11: a quote that opens in this row includes the following rows",
    ],
    [
      "a quote within a cell",
      "un_votes.csv",
      () => line(text("un_votes"), 12, (row) => row.replace("Namibia", 'Nam"ibia')),
      "un_votes.csv:12: a quote is inside a cell",
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
      "un_votes.csv:9: contains a NUL character",
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
      "can be read up to here and then ends: it was not copied completely",
    ],
    [
      "compressed, with another checksum",
      "un_votes.csv.gz",
      () => {
        const bytes = gzipSync(text("un_votes"));
        bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 1;
        return bytes;
      },
      "can be read up to here and is then damaged (incorrect data check)",
    ],
    ["not compressed, as its name says", "un_votes.csv.gz", () => text("un_votes"), "un_votes.csv.gz:1: is not gzip"],
    [
      "Windows-1252",
      "un_votes.csv",
      () => latin1(text("un_votes").replaceAll("’", "'")),
      "un_votes.csv:4: is not UTF-8. Save the file as UTF-8, or give its encoding: with --encoding windows-1252 the " +
        'line reads "5000,Côte d\'Ivoire,CI,no"',
    ],
    [
      "UTF-16 without a mark",
      "un_votes.csv",
      () => Buffer.from(text("un_votes"), "utf16le"),
      "un_votes.csv:1: contains a NUL character. If the file is UTF-16, add --encoding utf-16le",
    ],
    ["an empty file", "un_absences.csv", () => "", "un_absences.csv:1: is empty"],
    [
      "a header alone",
      "un_votes.csv",
      () => text("un_votes").replace(/\n.*/s, "\n"),
      "un_votes.csv:1: has no row after its header: it may have been truncated",
    ],
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

/** The rows that a folder's votes are read as, as roll call, country and vote. */
async function rowsRead(folder: string): Promise<string[]> {
  const { votes: table } = await readData(folder, new Report(), {});
  const words = ["", "yes", "no", "abstain"];
  return rcids.flatMap((rcid) =>
    [...table.rows.of(rcid)].map(({ place, value }) => `${rcid},${table.rows.countries[place]?.code},${words[value]}`),
  );
}

test("whatever is damaged, a file is refused, or what is recorded is what its rows say", async () => {
  const database = await testDatabase();
  const whole = new Set(await rowsRead(await folderWith("un_votes.csv", text("un_votes"))));
  await fc.assert(
    fc.asyncProperty(damage, async (what) => {
      const content = damaged(text("un_votes"), what);
      const folder = await folderWith("un_votes.csv", content);
      const result = await importSample(database, folder, 1000, { dryRun: true }).catch(
        (error: unknown) => error as Error,
      );
      expect(await recordedRows(database)).toBe(0);
      if (result instanceof Error) {
        expect(result).toBeInstanceOf(UnusableFiles);
        return;
      }
      const { read, recorded, rejected } = result.sums["un_votes.csv"] ?? { read: 0, recorded: 0, rejected: 0 };
      const lines = content.toString("utf8").split(/[\r\n]+/);
      expect(read).toBe(lines.filter(Boolean).length - 1);
      expect(recorded).toBe(read - rejected);
      // One flipped bit can make one valid row of another; everything else is as the file had it.
      const foreign = (await rowsRead(folder)).filter((vote) => !whole.has(vote));
      expect(foreign.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: runs(25) },
  );
});

test("a lost row shows in the totals", async () => {
  const database = await testDatabase();
  const { differences, notes } = await importSample(
    database,
    await folderWith(
      "un_votes.csv",
      line(text("un_votes"), 9, () => ""),
    ),
  );
  expect(differences).toBe(1);
  expect(notes.join()).toContain("stated 2-1-0, counted 1-1-0");
});
