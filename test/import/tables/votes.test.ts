import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { importVoteTables, readMap, voteMapForm } from "../../../src/import/tables/index.js";
import type { UnVotesOptions } from "../../../src/import/votes/import.js";
import { kinds, testDatabase } from "../../support/database.js";
import { canonicalDump, importSample, type Reported, votes } from "../un-votes/imported.js";
import { temporaryFolder } from "../un-votes/sample.js";

interface Given {
  readonly files: Readonly<Record<string, string>>;
  readonly map?: string;
  readonly options?: Partial<UnVotesOptions>;
}

const source = { slug: "own-count", title: "Our own count", kind: "DATASET" } as const;

/** Imports tables given as text, and gives the sums and what was reported. */
async function importTables(database: Database, { files, map, options = { source } }: Given) {
  const folder = await temporaryFolder();
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, files[path.slice(folder.length + 1)] ?? "");
  const mapPath = join(folder, "map.yaml");
  if (map !== undefined) await writeFile(mapPath, map);
  const reportPath = join(folder, "report.csv");
  const { sums, source: attributed } = await importVoteTables(
    database,
    paths,
    {
      map: map === undefined ? undefined : await readMap(mapPath, voteMapForm),
      hasSource: options.source !== undefined,
    },
    { reportPath, ...options },
  );
  const report: Reported[] = parse(await readFile(reportPath), { columns: true });
  const lines = (wanted: string) =>
    report.filter(({ kind }) => kind === wanted).map(({ file, line, reason }) => `${file}:${line} ${reason}`);
  const totals = [...sums].map(
    ([label, { read, recorded, unchanged, rejected }]) => `${label} ${read} = ${recorded} + ${unchanged} + ${rejected}`,
  );
  return { totals, rejected: lines("rejected"), conflicts: lines("conflict"), source: attributed };
}

const rollCallsOf = (database: Database) =>
  database.query(sql`
    select r.slug, p.title, r."heldOn", r.number, r.session, r."countedAbsent" as absent,
      concat_ws('-', r."statedYes", r."statedNo", r."statedAbstain") as stated,
      concat_ws('-', r."countedYes", r."countedNo", r."countedAbstain") as counted
    from "RollCall" r join "Proposal" p on p.id = r."proposalId" order by r.slug`);

const plain = `Resolution,Date,Country,ISO3,Vote
A/RES/67/19,2012-11-29,France,FRA,Yes
A/RES/67/19,2012-11-29,Canada,CAN,No
A/RES/67/19,2012-11-29,Germany,DEU,Abstain
A/RES/67/19,2012-11-29,Ukraine,UKR,Absent
A/RES/3236 (XXIX),1974-11-22,Soviet Union,SUN,yes
`;

const library = `undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link,vote_note
738098,FRA,FRANCE,Y,2012-11-29,67,A/RES/67/19,A/67/L.28,,A/67/PV.44,Status of Palestine in the United Nations : resolution / adopted by the General Assembly,Question of Palestine,PALESTINE QUESTION,1,1,1,1,4,https://example.org/738098,
738098,CAN,CANADA,N,2012-11-29,67,A/RES/67/19,A/67/L.28,,A/67/PV.44,Status of Palestine in the United Nations : resolution / adopted by the General Assembly,Question of Palestine,PALESTINE QUESTION,1,1,1,1,4,https://example.org/738098,
738098,DEU,GERMANY,A,2012-11-29,67,A/RES/67/19,A/67/L.28,,A/67/PV.44,Status of Palestine in the United Nations : resolution / adopted by the General Assembly,Question of Palestine,PALESTINE QUESTION,1,1,1,1,4,https://example.org/738098,
738098,UKR,UKRAINE,X,2012-11-29,67,A/RES/67/19,A/67/L.28,,A/67/PV.44,Status of Palestine in the United Nations : resolution / adopted by the General Assembly,Question of Palestine,PALESTINE QUESTION,1,1,1,1,4,https://example.org/738098,
`;

const cells = [
  { holder: "canada", rollCall: "un-ga-67-19-vote", stance: "OPPOSES" },
  { holder: "france", rollCall: "un-ga-67-19-vote", stance: "SUPPORTS" },
  { holder: "germany", rollCall: "un-ga-67-19-vote", stance: "ABSTAINS" },
].map((vote) => expect.objectContaining({ ...vote, since: "2012-11-29" }));

describe.each(kinds)("tables of votes on %s", (kind) => {
  test("one row for each vote: days and absences are the table's, and once more changes nothing", async () => {
    const database = await testDatabase({ kind });
    const { totals, rejected } = await importTables(database, { files: { "own.csv": plain } });
    expect(rejected).toEqual([]);
    expect(totals).toEqual(["votes 4 = 4 + 0 + 0", "absences 1 = 1 + 0 + 0", "roll calls 2 = 2 + 0 + 0"]);
    expect(await rollCallsOf(database)).toEqual([
      expect.objectContaining({ slug: "un-ga-29-3236-vote", heldOn: "1974-11-22", number: null, counted: "1-0-0" }),
      {
        ...{ slug: "un-ga-67-19-vote", title: "General Assembly resolution 67/19", heldOn: "2012-11-29" },
        ...{ number: null, session: null, absent: 1, stated: "", counted: "1-1-1" },
      },
    ]);
    expect(await votes(database)).toEqual(expect.arrayContaining(cells));
    const before = await canonicalDump(database);
    const again = await importTables(database, { files: { "own.csv": plain } });
    expect(again.totals).toEqual(["votes 4 = 0 + 4 + 0", "absences 1 = 0 + 1 + 0", "roll calls 2 = 0 + 2 + 0"]);
    expect(await canonicalDump(database)).toBe(before);
  });

  test("the Digital Library's export has its own source; the same vote from other data is the same roll call", async () => {
    const database = await testDatabase({ kind });
    const first = await importTables(database, { files: { "undl.csv": library }, options: {} });
    expect(first).toMatchObject({
      totals: ["votes 3 = 3 + 0 + 0", "absences 1 = 1 + 0 + 0", "roll calls 1 = 1 + 0 + 0"],
      source: "United Nations Digital Library, voting data of the General Assembly",
    });
    const rollCall = {
      ...{ slug: "un-ga-67-19-vote", title: "Status of Palestine in the United Nations", heldOn: "2012-11-29" },
      ...{ number: null, session: 67, absent: 1, stated: "1-1-1", counted: "1-1-1" },
    };
    expect(await rollCallsOf(database)).toEqual([rollCall]);
    const voeten = await importSample(database, {
      rollCalls: [{ rcid: 5182, session: 67, date: "2012-11-29", unres: "R/67/19", short: "PALESTINE" }],
      votes: [[5182, "France", "FR", "yes"]],
    });
    expect(voeten.sums).toMatchObject({ "un_votes.csv": { unchanged: 1 }, "un_roll_calls.csv": { unchanged: 1 } });
    expect(await rollCallsOf(database)).toEqual([rollCall]);
  });
});

const joined = `rcid,country,country_code,vote,session,date,unres,short
5182,France,FR,1,67,2012-11-29,R/67/19,PALESTINE
5182,Canada,CA,3,67,2012-11-29,R/67/19,PALESTINE
5182,Germany,DE,2,67,2012-11-29,R/67/19,PALESTINE
5182,Ukraine,UA,8,67,2012-11-29,R/67/19,PALESTINE
5182,South Sudan,SS,9,67,2012-11-29,R/67/19,PALESTINE
700,France,FR,2,29,1974-11-04,R/29/3236,PALESTINE
`;

test("copies of Voeten's data: his codes, joined or with the roll calls beside them, recorded alike", async () => {
  const database = await testDatabase();
  const { totals } = await importTables(database, { files: { "joined.csv": joined }, options: {} });
  expect(totals).toEqual([
    "votes 4 = 4 + 0 + 0",
    "absences 1 = 1 + 0 + 0",
    "not members 1 = 0 + 1 + 0",
    "roll calls 2 = 2 + 0 + 0",
  ]);
  expect(await votes(database)).toEqual(expect.arrayContaining(cells));
  expect(await rollCallsOf(database)).toEqual([
    expect.objectContaining({ slug: "un-ga-29-3236-vote", heldOn: "1974-11", number: 700 }),
    expect.objectContaining({ slug: "un-ga-67-19-vote", number: 5182, absent: 1 }),
  ]);
  const files = {
    "unvotes.csv": "rcid,country,country_code,vote\n5182,France,FR,yes\n5182,Canada,CA,no\n",
    "roll_calls.csv": "rcid,session,date,unres,short\n5182,67,2012-11-29,R/67/19,PALESTINE\n",
    "issues.csv": "rcid,short_name,issue\n5182,me,Palestinian conflict\n",
  };
  const apart = await importTables(database, { files, options: {} });
  expect(apart.totals).toEqual(["roll_calls.csv 1 = 0 + 1 + 0", "votes 2 = 0 + 2 + 0", "issues.csv 1 = 1 + 0 + 0"]);
});

test("Voeten's own columns: numbers of the Correlates of War, and totals", async () => {
  const database = await testDatabase();
  const original = `rcid,ccode,member,vote,Country,Countryname,year,session,yes,no,abstain,date,unres,amend,para,short,descr
9059,2,1,3,USA,United States of America,2019,74,1,1,0,2019-12-03,A/RES/74/11,0,0,PALESTINE,Peaceful settlement
9059,220,1,1,FRN,France,2019,74,1,1,0,2019-12-03,A/RES/74/11,0,0,PALESTINE,Peaceful settlement
`;
  const { totals, rejected } = await importTables(database, { files: { "UNVotes.csv": original }, options: {} });
  expect({ totals, rejected }).toEqual({ totals: ["votes 2 = 2 + 0 + 0", "roll calls 1 = 1 + 0 + 0"], rejected: [] });
  expect(await rollCallsOf(database)).toEqual([expect.objectContaining({ stated: "1-1-0", counted: "1-1-0" })]);
});

test("a mapping file names the columns, the codes' scheme, the dates' order and the words", async () => {
  const database = await testDatabase();
  const map = `map: 1
votes:
  resolution: A/RES/\${Sitzung}/\${Nr}
  date: { column: Datum, date: D.M.YYYY }
  session: \${Sitzung}
  country: \${Land}
  code: \${M49}
  scheme: M49
  vote: { column: Stimme, values: { Ja: yes, Nein: no, Enthaltung: abstain, fehlt: absent } }
`;
  const table = `Sitzung;Nr;Datum;Land;M49;Stimme
67;19;29.11.2012;France;250;Ja
67;19;29.11.2012;Canada;124;Nein
67;19;29.11.2012;Germany;276;Enthaltung
67;19;29.11.2012;Ukraine;804;fehlt
67;19;31.11.2012;Cuba;192;Ja
67;19;29.11.2012;Chad;148;vielleicht
`;
  const { totals, rejected } = await importTables(database, { files: { "stimmen.csv": table }, map });
  expect(totals).toEqual(["votes 5 = 3 + 0 + 2", "absences 1 = 1 + 0 + 0", "roll calls 1 = 1 + 0 + 0"]);
  expect(rejected).toEqual([
    'stimmen.csv:6 Datum is "31.11.2012", not a date D.M.YYYY',
    'stimmen.csv:7 Stimme is "vielleicht", which the mapping file does not map: Ja, Nein, Enthaltung, fehlt',
  ]);
  expect(await votes(database)).toEqual(cells);
  await expect(
    importTables(database, {
      files: { "stimmen.csv": table },
      map: map.replace("code", "cod"),
    }),
  ).rejects.toThrow("map.yaml: votes: unknown field `cod`. Did you mean `code`?");
  await expect(
    importTables(database, { files: { "stimmen.csv": table }, map: map.replace("{Land}", "{Lannd}") }),
  ).rejects.toThrow('map.yaml: votes.country: no column "lannd". Did you mean "land"?');
});

test("what is doubtful is reported with file and line, never guessed", async () => {
  const database = await testDatabase();
  const head = "resolution,date,country,code,vote\n";
  const files = {
    "a.csv": `${head}A/RES/67/19,2012-11-29,France,FRA,yes
A/RES/67/19,2012-11-29,Atlantis,ATL,yes
A/RES/67/19,2012-11-29,Canada,CAN,A
A/RES/67/19,29/11/2012,Cuba,CUB,yes
S/RES/2334,2016-12-23,France,FRA,yes
A/RES/70/1,2015-09-25,France,FRA,yes
A/RES/70/1,2015-09-26,Chad,TCD,yes
A/RES/71/1,2016-10-01,Chad,124,no
`,
    "b.csv": `${head}A/RES/67/19,2012-11-29,France,FRA,no\nA/RES/67/19,2012-11-29,Chad,TCD,yes\n`,
  };
  const { totals, rejected } = await importTables(database, { files });
  expect(totals).toEqual(["votes 10 = 1 + 0 + 9", "roll calls 3 = 1 + 0 + 2"]);
  expect(rejected.toSorted()).toMatchInlineSnapshot(`
[
  "a.csv:2 France has another vote in roll call 1 on line 2 of b.csv: one of the two is wrong",
  "a.csv:3 the country "Atlantis" with the code ATL is unknown",
  "a.csv:4 the vote is "A", not yes, no, abstain or absent. A mapping file can map it",
  "a.csv:5 has no date: "29/11/2012" is not a date",
  "a.csv:6 S/RES/2334 is a resolution of the Security Council: use \`import table\`",
  "a.csv:7 no roll call 2 is recorded: the files have several roll calls on A/RES/70/1: without numbers (rcid) it is unknown which of them was on the entire text",
  "a.csv:7 the files have several roll calls on A/RES/70/1: without numbers (rcid) it is unknown which of them was on the entire text",
  "a.csv:8 no roll call 3 is recorded: the files have several roll calls on A/RES/70/1: without numbers (rcid) it is unknown which of them was on the entire text",
  "a.csv:8 the files have several roll calls on A/RES/70/1: without numbers (rcid) it is unknown which of them was on the entire text",
  "a.csv:9 the country's code "124" is a number; a mapping file can specify whether it is COW or M49",
  "b.csv:2 France has another vote in roll call 1 on line 2 of a.csv: one of the two is wrong",
]
`);
  expect(await votes(database)).toEqual([expect.objectContaining({ holder: "chad" })]);
});

test("an early number may be a page in Voeten's data: the totals must show that the vote is the same", async () => {
  const database = await testDatabase();
  await importSample(database, {
    rollCalls: [
      {
        rcid: 1,
        session: 29,
        date: "1974-11-04",
        unres: "R/29/3236",
        stated_yes: 89,
        stated_no: 8,
        stated_abstain: 37,
      },
      {
        rcid: 2,
        session: 29,
        date: "1974-11-04",
        unres: "R/29/3237",
        stated_yes: 95,
        stated_no: 17,
        stated_abstain: 19,
      },
    ],
    votes: [
      [1, "France", "FR", "abstain"],
      [2, "France", "FR", "abstain"],
    ],
  });
  const table = `resolution,date,country,code,vote,total_yes,total_no,total_abstentions
A/RES/3236(XXIX),1974-11-22,FRANCE,FRA,abstain,89,8,37
A/RES/3237(XXIX),1974-11-22,FRANCE,FRA,abstain,60,8,37
`;
  const { totals, rejected } = await importTables(database, { files: { "early.csv": table } });
  expect(totals).toEqual(["votes 2 = 0 + 1 + 1", "roll calls 2 = 0 + 1 + 1"]);
  expect(rejected[0]).toContain("A/RES/3237(XXIX) may be the recorded un-ga-29-3237-vote");
});

test("whose data it is must be said where the columns do not show it, and what a table lacks is named", async () => {
  const database = await testDatabase();
  const refused = (files: Given["files"]) => importTables(database, { files, options: {} });
  await expect(refused({ "own.csv": plain })).rejects.toThrow("Give it with --source");
  await expect(refused({ "own.csv": "res,who,what\n1,2,3\n" })).rejects.toThrow(
    "own.csv has no recognised column for the vote, the country or its code, the resolution or the roll call's number (rcid), the date. Its columns are res, who, what. Map them with --map",
  );
  await expect(refused({ "v.csv": "rcid,country,vote\n1,France,yes\n" })).rejects.toThrow(
    "v.csv has no dates: also give the table of roll calls",
  );
});
