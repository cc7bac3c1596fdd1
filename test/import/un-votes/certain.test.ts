import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { sql } from "../../../src/db/sql.js";
import { RowsRejected } from "../../../src/import/votes/index.js";
import { testDatabase } from "../../support/database.js";
import { folderWith, latin1, rcids, recordedRows, sample, text } from "./damaged.js";
import { importSample, votes } from "./imported.js";
import { country, type Sample } from "./sample.js";

const { namibia } = country;

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
    ["rows of separators alone, as spreadsheets write them", () => text("un_votes").replaceAll("\n", "\n,,,\n")],
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
    expect(rejected.map((reason) => reason.replace(/ in place.*/, ""))).toEqual([
      "un_roll_calls.csv:3 short contains U+FFFD",
      "un_votes.csv:2 country contains U+FFFD",
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
    'un_votes.csv:2 the country "Cannada" with the code CX is unknown; the most similar is Canada (CA). --new-states records it as a state',
    "un_votes.csv:3 the code of Canada is CA, not CX",
    'un_votes.csv:4 the code DE belongs to Germany, but the name "Fraance" is similar to "France"',
    expect.stringMatching(/^un_votes.csv:6 the country "Ruritania" with the code XR is unknown/),
  ]);
  expect(notes).toContain('the name "Viet Nahm" is unknown; its code VN belongs to Vietnam');
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
