import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { DossierProblems, problemText } from "../../../src/import/dossier/index.js";
import { entryMapForm, importTable, readMap } from "../../../src/import/tables/index.js";
import { answer } from "../../support/ask.js";
import { kinds, testDatabase } from "../../support/database.js";
import { total } from "../dossier/import-text.js";
import { temporaryFolder } from "../un-votes/sample.js";

const mapPath = (name: string) => fileURLToPath(new URL(`../../../docs/maps/${name}.yaml`, import.meta.url));

/** What stands for a row's cell. */
const cell = (column: string) => `"$\{${column}}"`;

/** A mapping file that makes a topic of each row. */
const mapOf = (topic: string) => `map: 1\ntitle: T\nentries:\n  topics:\n    - ${topic}\n`;

interface Given {
  /** One of docs/maps, or the text of another. */
  readonly map: string;
  readonly table: string;
  readonly options?: { overwrite?: boolean; dryRun?: boolean; strict?: boolean };
}

/** Imports a table given as text. */
async function imported(database: Database, { map, table, options = {} }: Given) {
  const folder = await temporaryFolder();
  const [path, ownMap] = [join(folder, "table.csv"), join(folder, "map.yaml")];
  await writeFile(path, table);
  if (map.includes("\n")) await writeFile(ownMap, map);
  const form = await readMap(map.includes("\n") ? ownMap : mapPath(map), entryMapForm);
  const { rows, groups, entries } = await importTable(database, path, {
    ...{ map: form, reportPath: join(folder, "report.csv"), author: "tester", ...options },
  });
  const rejected = groups.flatMap(({ examples }) => examples.map(({ line, reason }) => `${line}: ${reason}`));
  return { rows, rejected, conflicts: entries.conflicts.map(problemText), ...total(entries) };
}

const memberships = `group_id,group_name,iso3,iso2,membership,since,source
NATO,North Atlantic Treaty Organization,FIN,FI,member,2023-04-04,gai-2026
NATO,North Atlantic Treaty Organization,FRA,FR,member,,gai-2026
AL,Arab League,NAM,NA,observer,,gai-2026
AL,Arab League,EGY,EG,member,,gai-2026
AL,Arab League,EGY,EG,member,,factbook-2020
AL,Arab League,XYZ,XY,member,,gai-2026
AL,Arab League,JOR,JO,member,spring,gai-2026
`;

const membershipsOf = (database: Database) =>
  database.query(sql`
    select m.slug as member, o.slug as "group", o.kind, l.during from "Affiliation" l
      join "Actor" m on m.id = l."memberId" join "Actor" o on o.id = l."organizationId"
      join "AffiliationSource" s on s."affiliationId" = l.id join "Source" x on x.id = s."sourceId"
    where x.slug = 'gaza-accountability-index-data' order by 1`);

describe.each(kinds)("tables on %s", (kind) => {
  test("memberships: codes and names find who is on record, others are recorded, doubtful rows are rejected", async () => {
    const database = await testDatabase({ kind });
    const first = await imported(database, { map: "group-memberships", table: memberships });
    expect(first.rows).toEqual({ read: 7, used: 3, leftOut: 2, rejected: 2 });
    expect(first.rejected).toEqual([
      '7: no recorded actor has the ISO_3166_1_ALPHA_3 code "XYZ"',
      expect.stringMatching(/^8: affiliations\.during: "spring\/\.\." /),
    ]);
    expect(await membershipsOf(database)).toEqual([
      { member: "egypt", group: "arab-league", kind: "INTERNATIONAL_ORGANIZATION", during: null },
      expect.objectContaining({ member: "finland", during: "2023-04-04/.." }),
      expect.objectContaining({ member: "france", during: null }),
    ]);
    const again = await imported(database, { map: "group-memberships", table: memberships });
    expect(again).toMatchObject({ rows: first.rows, recorded: 0, revised: 0, conflicts: [] });
  });

  test("recognitions and vetoes become policy actions, proposals, roll calls and positions", async () => {
    const database = await testDatabase({ kind, seeds: true });
    const recognitions = `iso3,iso2,country,status,since,date_basis,note
AGO,AO,Angola,recognised,1988-12-06,un-annex,
BEL,BE,Belgium,not_recognised,,,Announced with conditions
BRA,BR,Brazil,recognised,2011-12-03,un-annex,Other lists give 2010-12-03
`;
    const recognised = await imported(database, { map: "recognitions", table: recognitions });
    expect(recognised.rows).toEqual({ read: 3, used: 2, leftOut: 1, rejected: 0 });
    expect(
      await database.query(sql`
        select a.slug, g.slug as agent, a."announcedOn", a.during, a.summary from "PolicyAction" a
          join "Actor" g on g.id = a."agentId" where a.slug like '%recognises-palestine' order by 1`),
    ).toEqual([
      {
        ...{ slug: "angola-recognises-palestine", agent: "angola", announcedOn: "1988-12-06" },
        ...{ during: "1988-12-06/..", summary: null },
      },
      expect.objectContaining({ agent: "brazil", summary: "Other lists give 2010-12-03" }),
    ]);
    const vetoes = `date,draft,vetoed_by,ceasefire
2023-10-25,S/2023/792,CHN,true
2023-10-25,S/2023/792,RUS,true
`;
    expect((await imported(database, { map: "vetoes", table: vetoes })).rows).toMatchObject({ used: 2, rejected: 0 });
    const byDraft = `date,draft,agenda_item,member_veto1,member_veto2,member_veto3
6/26/1946,S/PV.49,The Spanish question,USSR,,
11/5/1956,S/3710,Middle East,UK,France,
10/9/1979,S/13600,Cyprus,USSR,,
13/9/1979,S/13601,Cyprus,USSR,,
`;
    const early = await imported(database, { map: "vetoes-by-draft", table: byDraft });
    expect(early.rows).toEqual({ read: 4, used: 2, leftOut: 1, rejected: 1 });
    expect(early.rejected).toEqual(['5: date is "13/9/1979", not a date M/D/YYYY']);
    expect(
      await database.query(sql`
        select r.slug, h.slug as holder, p.stance, p.since from "Position" p join "Actor" h on h.id = p."holderId"
          join "RollCall" r on r.id = p."evidenceRollCallId" where r.slug like 'un-sc-s-%' order by p.since, 2`),
    ).toEqual([
      { slug: "un-sc-s-3710-vote", holder: "france", stance: "OPPOSES", since: "1956-11-05" },
      expect.objectContaining({ holder: "united-kingdom" }),
      { slug: "un-sc-s-13600-vote", holder: "soviet-union", stance: "OPPOSES", since: "1979-10-09" },
      expect.objectContaining({ slug: "un-sc-s-2023-792-vote", holder: "china" }),
      expect.objectContaining({ slug: "un-sc-s-2023-792-vote", holder: "russia" }),
    ]);
    const { rollCalls } = await answer(
      database,
      "{ rollCalls(where: { outcomes: [VETOED] }) { nodes { slug outcome outcomeBasis sources { slug } } } }",
    );
    expect(rollCalls.nodes).toEqual(
      [
        ["un-sc-s-3710-vote", "security-council-vetoes-data"],
        ["un-sc-s-13600-vote", "security-council-vetoes-data"],
        ["un-sc-s-2023-792-vote", "gaza-accountability-index-data"],
      ].map(([slug, source]) => ({ slug, outcome: "VETOED", outcomeBasis: "RECORDED", sources: [{ slug: source }] })),
    );
  });
});

test("codes and names are added to the actors on record, which keep their own names", async () => {
  const database = await testDatabase({ seeds: true });
  const table = `iso2,iso3,m49,unterm_formal,name_fr,name_ar,is_independent,wikidata_id
FR,FRA,250,the French Republic,France,فرنسا,Yes,https://www.wikidata.org/wiki/Q142
AF,AFG,4,the Islamic Republic of Afghanistan,Afghanistan,أفغانستان,Yes,
AX,ALA,248,,Îles d’Åland,جزر ألاند,Part of FI,https://www.wikidata.org/wiki/Q5689
`;
  const { rows, conflicts } = await imported(database, { map: "country-codes", table });
  expect({ rows, conflicts }).toEqual({ rows: { read: 3, used: 2, leftOut: 1, rejected: 0 }, conflicts: [] });
  const codes = await database.query(sql`
    select a.slug, a.name, array(select c.value from "ExternalCode" c where c."actorId" = a.id order by 1) as codes
    from "Actor" a where a.slug in ('afghanistan', 'france') order by 1`);
  expect(codes).toEqual([
    { slug: "afghanistan", name: "Afghanistan", codes: expect.arrayContaining(["004", "AF", "AFG"]) },
    { slug: "france", name: "France", codes: expect.arrayContaining(["250", "FR", "FRA", "Q142"]) },
  ]);
});

test("a dry run and a strict import change nothing; another's change is a conflict", async () => {
  const database = await testDatabase();
  const given = { map: "group-memberships", table: memberships };
  expect(await imported(database, { ...given, options: { dryRun: true } })).toMatchObject({ rows: { used: 3 } });
  await expect(imported(database, { ...given, options: { strict: true } })).rejects.toThrow(
    "2 rows would be rejected. Nothing was recorded, because of --strict",
  );
  expect(await database.query(sql`select slug from "Actor"`)).toEqual([]);
  const named = (name: string) => ({
    map: mapOf(`{ slug: ${cell("id")}, name: ${cell("name")} }`),
    table: `id,name\nwater,${name}\n`,
  });
  await imported(database, named("Water"));
  await imported(database, { ...named("Waters"), map: named("").map.replace("title: T", "title: Other") }).then(
    ({ conflicts }) => expect(conflicts).toEqual([expect.stringMatching(/^table\.csv:2:1: topics\.name: /)]),
  );
  expect(await imported(database, named("Waters"))).toMatchObject({ revised: 1, conflicts: [] });
});

describe("what is wrong is named", () => {
  const database = () => testDatabase();
  const table = "id,name\nwater,Water\nwater,Waters\n";

  test.each([
    [`{ slug: ${cell("idd")}, name: x }`, 'map.yaml: entries.topics[0].slug: no column "idd". Did you mean "id"?'],
    [`{ slog: ${cell("id")} }`, 'map.yaml: entries.topics[0]: no field "slog". Did you mean "slug"?'],
    [`{ slug: ${cell("id")}, when: 3 }`, "map.yaml: entries.topics[0].when: is not a mapping of columns to texts"],
    [`{ slug: ${cell("name")} }`, 'No row of table.csv can be used. Line 2: topics.slug: "Water" is not a slug'],
  ])("%s", async (entry, message) => {
    await expect(imported(await database(), { map: mapOf(entry), table })).rejects.toThrow(message);
  });

  test("rows that contradict each other, and entries that the record refuses, have their lines", async () => {
    const contradicting = await imported(await database(), {
      map: mapOf(`{ slug: ${cell("id")}, name: ${cell("name")} }`),
      table,
    });
    expect(contradicting).toMatchObject({
      rejected: ["3: has another value for water (topics) than line 2"],
      recorded: 1,
    });
    const unknown = `map: 1\ntitle: T\nentries:\n  affiliations:\n    - { member: ${cell("id")}, organization: un, kind: MEMBERSHIP }\n`;
    const error = await imported(await database(), { map: unknown, table: "id\nx\ny\n" }).catch((e) => e);
    expect(error).toBeInstanceOf(DossierProblems);
    expect(error.problems.map(problemText).join("\n")).toContain("table.csv:3:1: affiliations.member: ");
  });

  test("a mapping file that is not one", async () => {
    await expect(imported(await database(), { map: "map: 2\ntitel: T\n", table })).rejects.toThrow(
      /map\.yaml: map: .*\nmap\.yaml: title: is missing.*\nmap\.yaml: entries: is missing.*\nmap\.yaml: unknown field `titel`/s,
    );
  });
});
