import { expect, test } from "@jest/globals";
import { sql } from "../../../src/db/sql.js";
import { importDossiers } from "../../../src/import/dossier/index.js";
import { resolutionSlug } from "../../../src/import/votes/plan/resolution.js";
import { testDatabase } from "../../support/database.js";
import { canonicalDump, importSample, votes } from "./imported.js";
import { country } from "./sample.js";

const { france, namibia } = country;

test.each([
  ["R/67/19", "un-ga-67-19"],
  ["A/RES/67/19", "un-ga-67-19"],
  ["A/RES/75/22", "un-ga-75-22"],
  ["R/25/2668A", "un-ga-25-2668-a"],
  ["A/RES/25/2668A", "un-ga-25-2668-a"],
  ["R/42/70/A", "un-ga-42-70-a"],
  ["R/33/116B/VII", "un-ga-33-116-b-vii"],
  ["R/10 65", "un-ga-10-65"],
  ["ESS/1/34", "un-ga-es-1-34"],
  ["A/RES/ES-10/19", "un-ga-es-10-19"],
  ["SS/5", "un-ga-s-5"],
  ["GOAR/1/1288B", "un-ga-goar-1-1288-b"],
  ["R/6444A", "un-ga-6444-a"],
  ["", undefined],
  [" / ", undefined],
])("the slug of %s is %s", (number, slug) => {
  expect(resolutionSlug(number)).toBe(slug);
});

const row = (rcid: number, unres: string, more = {}) => ({
  ...{ rcid, session: 54, date: "1999-12-17", unres, stated_yes: 2, stated_no: 1, ...more },
});

/** Each proposal with what it is part of, and whether a note says that this is inferred. */
async function proposals(rollCalls: ReturnType<typeof row>[]) {
  const database = await testDatabase();
  await importSample(database, { rollCalls, votes: [[rollCalls[0]?.rcid ?? 0, "France", "FR", "yes"]] });
  return database.query<{ slug: string; status: string }>(sql`
    select p.slug, p.kind, p.status, w.slug as whole, r.note is not null as inferred,
      (select count(*) from "RollCall" c where c."proposalId" = p.id) as "rollCalls"
    from "Proposal" p left join "ProposalRelation" r on r."proposalId" = p.id and r.kind = 'PART_OF'
      left join "Proposal" w on w.id = r."relatedId" order by p.slug`);
}

test("the columns para and amend tell the parts of a resolution", async () => {
  const found = await proposals([
    row(1, "R/54/175", { short: "THE WHOLE" }),
    row(2, "R/54/175", { para: "1", descr: "I shall first put to the vote operativeparagraph 3 (c)." }),
    row(3, "A/RES/54/175", { para: "1", amend: "1", stated_yes: 1, stated_no: 2 }),
  ]);
  const part = { whole: "un-ga-54-175", inferred: false, rollCalls: 1 };
  expect(found).toEqual([
    { slug: "un-ga-54-175", kind: "RESOLUTION", status: "ADOPTED", whole: null, inferred: false, rollCalls: 1 },
    { slug: "un-ga-54-175-rc-2", kind: "PARAGRAPH", status: "ADOPTED", ...part },
    { slug: "un-ga-54-175-rc-3", kind: "AMENDMENT", status: "REJECTED", ...part },
  ]);
});

test("where nothing tells the whole, it is the last, and the parts say that this is inferred", async () => {
  const found = await proposals([
    row(1, "R/54/1", { date: "1999-12-18" }),
    row(2, "R/54/1"),
    row(3, "R/54/2", { short: "Peace : resolution / adopted by the General Assembly" }),
    row(4, "R/54/2"),
    row(5, ""),
    row(6, "", { para: "1" }),
  ]);
  const whole = { kind: "RESOLUTION", status: "ADOPTED", whole: null, inferred: false, rollCalls: 1 };
  const part = { kind: "PARAGRAPH", status: "ADOPTED", inferred: true, rollCalls: 1 };
  expect(found).toEqual([
    { slug: "un-ga-54-1", ...whole },
    { slug: "un-ga-54-1-rc-2", ...part, whole: "un-ga-54-1" },
    { slug: "un-ga-54-2", ...whole },
    { slug: "un-ga-54-2-rc-4", ...part, whole: "un-ga-54-2" },
    { slug: "un-ga-54-rc-5", ...whole },
    { slug: "un-ga-54-rc-6", ...part, whole: null, inferred: false },
  ]);
});

test("a whole without a roll call of its own is recorded for its parts", async () => {
  expect(await proposals([row(1, "R/54/86", { para: "1" })])).toEqual([
    { slug: "un-ga-54-86", kind: "RESOLUTION", status: "ADOPTED", whole: null, inferred: false, rollCalls: 0 },
    {
      slug: "un-ga-54-86-rc-1",
      kind: "PARAGRAPH",
      status: "ADOPTED",
      whole: "un-ga-54-86",
      inferred: false,
      rollCalls: 1,
    },
  ]);
});

test("what became of a vote is said as far as the totals tell", async () => {
  const found = await proposals([
    row(1, "R/10/1", { session: 10, date: "1955-10-01", stated_yes: 20, stated_no: 10 }),
    row(2, "R/10/2", { session: 10, date: "1955-10-01", stated_yes: 19, stated_no: 10 }),
    row(3, "R/10/3", { session: 10, date: "1955-10-01", stated_yes: 10, stated_no: 10 }),
    row(4, "R/10/4", { session: 10, date: "1955-10-01", stated_yes: "", stated_no: "" }),
  ]);
  expect(found.map(({ status }) => status)).toEqual(["ADOPTED", "PROPOSED", "REJECTED", "PROPOSED"]);
});

test("a proposal on record is voted on as it is, and a roll call on record is not doubled", async () => {
  const database = await testDatabase();
  const dossier = `dossier: 1
title: on record
actors:
  - { slug: un-general-assembly, kind: ORGANIZATION, name: Assembly }
  - { slug: canada, kind: STATE, name: Canada }
proposals:
  - { slug: un-ga-54-1, title: As an editor wrote it, kind: RESOLUTION, status: ADOPTED }
  - { slug: un-ga-54-2, title: With its vote, kind: RESOLUTION, status: ADOPTED }
rollCalls:
  - { slug: the-vote, proposal: un-ga-54-2, body: un-general-assembly, heldOn: 1999-12 }
`;
  await importDossiers(database, [{ path: "a.yaml", text: dossier }], { author: "test" });
  const sample = {
    rollCalls: [row(1, "R/54/1"), row(2, "R/54/2")],
    votes: [
      [1, ...france, "yes"],
      [2, ...france, "no"],
    ],
  };
  const { sums } = await importSample(database, sample);
  expect(sums["un_roll_calls.csv"]).toEqual({ read: 2, recorded: 1, unchanged: 1, rejected: 0 });
  expect((await votes(database)).map(({ rollCall, subject }) => [rollCall, subject]).sort()).toEqual([
    ["the-vote", "un-ga-54-2"],
    ["un-ga-54-1-vote", "un-ga-54-1"],
  ]);
  expect(await database.query(sql`select title from "Proposal" order by slug`)).toEqual([
    { title: "As an editor wrote it" },
    { title: "With its vote" },
  ]);
  const before = await canonicalDump(database);
  await importSample(database, sample);
  expect(await canonicalDump(database)).toBe(before);
});

test("a later release, with other numbers and fewer columns, adds what is new and leaves the rest", async () => {
  const database = await testDatabase();
  await importSample(database, {
    rollCalls: [row(1, "R/54/1", { short: "FIRST" })],
    votes: [[1, ...france, "yes"]],
    absences: [[1, ...namibia, "recorded"]],
  });
  const later = {
    rollCalls: [
      { rcid: 1, session: 54, date: "1999-12-17", unres: "A/RES/54/1" },
      { rcid: 2, session: 75, date: "2020-12-07", unres: "A/RES/75/22" },
      { rcid: 3, session: 54, date: "1999-12-17", unres: "A/RES/54/1" },
    ],
    votes: [
      [1, ...france, "yes"],
      [1, ...namibia, "no"],
      [2, ...france, "no"],
      [3, ...france, "abstain"],
    ],
  };
  const { sums, notes, rejected } = await importSample(database, later);
  expect(rejected).toEqual([]);
  expect(sums["un_roll_calls.csv"]).toEqual({ read: 3, recorded: 2, unchanged: 1, rejected: 0 });
  expect(sums["un_votes.csv"]).toEqual({ read: 4, recorded: 3, unchanged: 1, rejected: 0 });
  expect(notes).toEqual(["roll call 1 (un-ga-54-1-vote): stated 2-1-0, counted 1-1-0 (yes-no-abstain)"]);
  expect((await votes(database)).map(({ holder, subject }) => `${holder} ${subject}`)).toEqual([
    "france un-ga-54-1",
    "namibia un-ga-54-1",
    "france un-ga-75-22",
    "france un-ga-54-1-rc-3",
  ]);
});
