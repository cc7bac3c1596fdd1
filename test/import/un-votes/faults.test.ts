import { expect, test } from "@jest/globals";
import { sql } from "../../../src/db/sql.js";
import { importDossiers } from "../../../src/import/dossier/index.js";
import { testDatabase } from "../../support/database.js";
import { importSample, votes } from "./imported.js";
import { country, type Sample, write } from "./sample.js";

const { france, namibia } = country;
const rollCall = (rcid: number, session: number, date: string, more = {}) => ({
  ...{ rcid, session, date, unres: `R/${session}/${rcid}`, short: `Roll call ${rcid}`, ...more },
});

/** Whose votes those of a country are, by roll call. */
async function holders(sample: Sample) {
  const database = await testDatabase();
  const { rejected } = await importSample(database, sample);
  return { held: (await votes(database)).map(({ holder, since }) => `${since} ${holder}`), rejected };
}

test("votes are the state's that cast them", async () => {
  const c = country;
  const { held, rejected } = await holders({
    rollCalls: [
      rollCall(1, 18, "1963-12-03"),
      rollCall(2, 26, "1971-10-07"),
      rollCall(3, 26, "1971-11-03"),
      rollCall(4, 44, "1989-12-06"),
      rollCall(5, 45, "1990-12-06"),
      rollCall(6, 46, "1991-12-02"),
      rollCall(7, 47, "1992-09-03"),
      rollCall(8, 47, "1992-12-06"),
      rollCall(9, 60, "2006-05-08"),
      rollCall(10, 60, "2006-06-30"),
      rollCall(11, 54, "2000-03-01"),
    ],
    votes: [
      [1, ...c.zanzibar, "yes"],
      [2, ...c.taiwan, "yes"],
      [3, ...c.china, "yes"],
      [3, ...c.taiwan, "yes"],
      [4, ...c.southYemen, "yes"],
      [4, ...c.northYemen, "yes"],
      [4, ...c.westGermany, "yes"],
      [4, ...c.eastGermany, "yes"],
      [5, ...c.northYemen, "yes"],
      [5, ...c.westGermany, "yes"],
      [5, ...c.eastGermany, "yes"],
      [6, ...c.russia, "yes"],
      [6, ...c.yugoslavia, "yes"],
      [7, ...c.russia, "yes"],
      [7, ...c.yugoslavia, "yes"],
      [8, ...c.czechoslovakia, "yes"],
      [9, ...c.yugoslavia, "yes"],
      [10, ...c.yugoslavia, "yes"],
      [10, ...c.czechoslovakia, "yes"],
      [11, "Serbia", "YU", "yes"],
      [11, "China", "RU", "yes"],
      [11, "Atlantis", "", "yes"],
    ],
  });
  expect(held).toEqual([
    "1963-12 zanzibar",
    "1971-10 taiwan",
    "1971-11 china",
    "1989-12 german-democratic-republic",
    "1989-12 germany",
    "1989-12 south-yemen",
    "1989-12 yemen-arab-republic",
    "1990-12 germany",
    "1990-12 yemen",
    "1991-12 soviet-union",
    "1991-12 yugoslavia",
    "1992-09 russia",
    "1992-12 czechoslovakia",
    "2006-05-08 serbia-and-montenegro",
    "2006-06-30 serbia",
  ]);
  expect(rejected.map((text) => text.replace(/^un_votes.csv:/, ""))).toEqual([
    "5 Taiwan is not recorded here: the Republic of China had left the United Nations",
    "12 German Democratic Republic is not recorded here: the Democratic Republic had joined the Federal Republic",
    expect.stringMatching(/^16 Yugoslavia is not recorded here: .* disputed$/),
    "20 Czechoslovakia is not recorded here: Czechoslovakia had dissolved",
    expect.stringMatching(/^21 Serbia is not recorded here: .* disputed$/),
    '22 the name "China" does not match the code RU',
    '23 the country "Atlantis" is unknown',
  ]);
});

test("countries match states on record by code and name; a doubtful match is reported", async () => {
  const database = await testDatabase();
  const state = (slug: string, name: string, code?: string) =>
    `  - { slug: ${slug}, kind: STATE, name: ${name}${code ? `, codes: [{ scheme: ISO_3166_1_ALPHA_2, value: ${code} }]` : ""} }\n`;
  const actors = [
    state("the-republic", "French Republic", "FR"),
    state("nam", "Namibia"),
    state("gaul", "Cuba", "XC"),
    state("a-haiti", "Haiti"),
    state("b-haiti", "Hayti", "HT"),
  ].join("");
  await importDossiers(database, [{ path: "a.yaml", text: `dossier: 1\ntitle: a\nactors:\n${actors}` }], {
    author: "test",
  });
  const { rejected } = await importSample(database, {
    rollCalls: [rollCall(1, 60, "2005-12-01")],
    votes: [
      [1, ...france, "yes"],
      [1, ...namibia, "yes"],
      [1, "Namibia", "", "yes"],
      [1, "Cuba", "CU", "yes"],
      [1, "Haiti", "HT", "yes"],
    ],
  });
  expect((await votes(database)).map(({ holder }) => holder)).toEqual(["nam", "the-republic"]);
  expect(rejected).toEqual([
    "un_votes.csv:4 Namibia already voted in roll call 1 on an earlier line",
    "un_votes.csv:5 has the name of gaul, whose code is XC",
    "un_votes.csv:6 matches several recorded states: a-haiti, b-haiti",
  ]);
});

test("rows that cannot be recorded are reported with file, line and reason; the sums add up", async () => {
  const database = await testDatabase();
  const folder = await write({
    rollCalls: [
      rollCall(1, 60, "2005-12-01"),
      rollCall(1, 60, "2005-12-02"),
      rollCall(2, 60, "2005-13-01"),
      rollCall(3, 60, "2005-12-01", { stated_yes: "many" }),
      { session: 60, date: "2005-12-01" },
      rollCall(4, 60, "2005-12-01", { para: "2" }),
      rollCall(9, 60, "2005-12-01"),
    ],
    votes: [
      [9, ...france, "yes"],
      [9, ...france, "yes"],
      [9, ...france, "no"],
      [9, ...namibia, "present"],
      [2, ...namibia, "yes"],
      ["x", ...namibia, "yes"],
      [9, 'Chi"na', "CN", "yes"],
      [9, "Haiti", "HT", "yes"],
      ["", "Haiti", "HT", "yes"],
    ],
    absences: [
      [9, ...namibia, "recorded"],
      [9, ...namibia, "recorded"],
      [77, ...namibia, "recorded"],
    ],
    issues: [
      [9, "hr", "Human rights"],
      [9, "hr", "Human rights"],
      [77, "hr", "Human rights"],
      [9, "hr", ""],
    ],
  });
  const { rejected, sums } = await importSample(database, folder);
  expect(rejected).toEqual([
    "un_roll_calls.csv:2 roll call 1 is also on line 3, with other content: one of the two is wrong",
    "un_roll_calls.csv:3 roll call 1 is also on line 2, with other content: one of the two is wrong",
    'un_roll_calls.csv:4 has no date: "2005-13-01" is not a date',
    'un_roll_calls.csv:5 stated_yes is "many", not a whole number',
    "un_roll_calls.csv:6 has no rcid",
    'un_roll_calls.csv:7 para is "2", neither 0 nor 1',
    "un_absences.csv:3 Namibia is already absent from roll call 9 on an earlier line",
    "un_absences.csv:4 no roll call 77 is recorded",
    'un_roll_call_issues.csv:3 roll call 9 has the issue "Human rights" on an earlier line',
    "un_roll_call_issues.csv:4 no roll call 77 is recorded",
    'un_roll_call_issues.csv:5 issue is ""',
    "un_votes.csv:2 France has another vote in roll call 9 on line 4: one of the two is wrong",
    "un_votes.csv:3 France already voted in roll call 9 on an earlier line",
    "un_votes.csv:4 France has another vote in roll call 9 on line 2: one of the two is wrong",
    'un_votes.csv:5 the vote is "present", not yes, no or abstain',
    "un_votes.csv:6 no roll call 2 is recorded",
    'un_votes.csv:7 rcid is "x", not a whole number',
    'un_votes.csv:8 the name "Chi"na" does not match the code CN',
    "un_votes.csv:10 has no rcid",
  ]);
  for (const { read, recorded, unchanged, rejected: out } of Object.values(sums))
    expect(recorded + unchanged + out).toBe(read);
  expect(sums["un_votes.csv"]).toEqual({ read: 9, recorded: 1, unchanged: 0, rejected: 8 });
});

test("dates that cannot be as they stand are recorded as what they can be, and reported", async () => {
  const database = await testDatabase();
  const { notes } = await importSample(database, {
    rollCalls: [
      rollCall(3, 1, "1946-01-01"),
      rollCall(961, 22, "1966-12-07"),
      rollCall(9018, 23, "1967-05-07"),
      rollCall(5, 51, "1997-03-04"),
      rollCall(6, 52, "1997-12-04"),
    ],
    votes: [[961, ...france, "yes"]],
  });
  const dates = await database.query(
    sql`select "heldOn", "heldOnEarliest" as earliest, "heldOnLatest" as latest from "RollCall" order by number`,
  );
  expect(dates).toEqual([
    { heldOn: "1946-01", earliest: "1946-01-01", latest: "1946-01-31" },
    { heldOn: "1997-03", earliest: "1997-03-01", latest: "1997-03-31" },
    { heldOn: "1997-12-04", earliest: "1997-12-04", latest: "1997-12-04" },
    { heldOn: "[1966-12,1967-12]", earliest: "1966-12-01", latest: "1967-12-31" },
    { heldOn: "[1967-05,1969-05]", earliest: "1967-05-01", latest: "1969-05-31" },
  ]);
  expect((await votes(database)).map(({ since }) => since)).toEqual(["[1966-12,1967-12]"]);
  expect(notes).toEqual([
    "roll call 3: The data gives 1946-01-01, before the Assembly first met on 1946-01-10.",
    "roll call 961: The data gives 1966-12-07, which does not fit session 22: the year or the session is wrong.",
    "roll call 9018: The data gives 1967-05-07, which does not fit session 23: the year or the session is wrong.",
  ]);
});

test("texts are repaired where that is certain, and otherwise kept and reported", async () => {
  const database = await testDatabase();
  const { notes } = await importSample(database, {
    rollCalls: [
      rollCall(1, 67, "2012-12-24", { short: " TREATY ", descr: "The Arms Trade TreatyÂ\u00a0" }),
      rollCall(2, 36, "1981-12-06", { short: "DISARMAMENT, D?ÃƒÂ«TENTE" }),
      rollCall(3, 36, "1981-12-06", { short: "VOTING", descr: 'TOTAL OF \\MEMBERS PRESENT\\\\, IN THE VOTE.\\""' }),
      rollCall(4, 52, "1997-12-04", { short: "", descr: "Resolution N is _The free zone<d3>." }),
      rollCall(5, 36, "1981-12-06", { short: "CAFÉ", descr: "Open \\ quote" }),
    ],
    votes: [[1, ...france, "yes"]],
  });
  const texts = await database.query(sql`select title, summary from "Proposal" order by slug`);
  expect(texts).toEqual([
    { title: "DISARMAMENT, D?ÃƒÂ«TENTE", summary: null },
    { title: "VOTING", summary: 'TOTAL OF "MEMBERS PRESENT", IN THE VOTE.' },
    { title: "CAFÉ", summary: "Open \\ quote" },
    { title: "Resolution N is “The free zone”.", summary: null },
    { title: "TREATY", summary: "The Arms Trade Treaty" },
  ]);
  expect(notes).toEqual([
    "roll call 2: its text is recorded unchanged (letters that were read in a wrong encoding)",
    "roll call 5: its text is recorded unchanged (backslashes)",
  ]);
});
