import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { answer, askAs } from "../support/ask.js";
import { kinds, testDatabase } from "../support/database.js";
import { runs } from "../support/runs.js";
import { everyRow, merge, namings, recordValleys, unmerge, unrevised, writesOf } from "./merge-kit.js";

const own = [
  "Actor.mergedIntoId",
  "ActorMerge.mergedId",
  "ActorMerge.survivorId",
  "ActorName.actorId",
  "ExternalCode.actorId",
];

async function withValleys(kind?: Database["kind"]): Promise<Database> {
  const database = await testDatabase({ kind });
  await recordValleys(database);
  return database;
}

const change = async (database: Database, mutation: string, input: object) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const source = `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { message } } }`;
  const { data, errors } = await askAs("EDITOR", database, source, { input });
  expect([errors, data?.[mutation].errors]).toEqual([undefined, []]);
};

describe.each(kinds)("a merge on the %s database", (kind) => {
  test("moves every reference there is, and unmerging gives back every row", async () => {
    const database = await withValleys(kind);
    const before = await everyRow(database);
    for (const [column, count] of Object.entries(await namings(database, "the-valley"))) {
      if (!own.includes(column)) expect([column, count]).not.toEqual([column, 0]);
    }

    expect(await merge(database, "the-valley", "valley")).toEqual({
      actor: { id: expect.any(String), slug: "valley", version: 2 },
      errors: [],
    });
    const left = Object.entries(await namings(database, "the-valley")).filter(
      ([column, count]) => count > 0 && !own.includes(column),
    );
    expect(left).toEqual([["Affiliation.organizationId", 1]]); // "valley succeeds the-valley", retracted
    expect(await unrevised(database)).toEqual([]);
    const actions = await database.query(sql`select action, count(*)::int from "Revision" group by 1 order by 1`);
    expect(actions).toEqual([
      { action: "RECORDED", count: 38 },
      { action: "MERGED", count: 25 },
    ]);

    expect(await unmerge(database, "the-valley")).toMatchObject({
      actor: { slug: "the-valley", version: 3 },
      errors: [],
    });
    expect(await everyRow(database)).toEqual(before);
    expect(await unrevised(database)).toEqual([]);
    expect(await database.query(sql`select from "ActorMergePart"`)).toEqual([]);
  });
});

test("the other way round, too, nothing is lost", async () => {
  const database = await withValleys();
  const before = await everyRow(database);
  await merge(database, "valley", "the-valley");
  await unmerge(database, "valley");
  expect(await everyRow(database)).toEqual(before);
});

test("positions of both on one subject become one chain, and one vote of two counts", async () => {
  const database = await withValleys();
  const question = `{
    proposal(slug: "mill") {
      sponsors { slug }
      participants { actor { slug } role }
      positionHistory(where: { holder: { slugs: ["valley"] } }) { nodes { since basis stance } }
      supporters { totalCount } opponents { nodes { slug } }
    }
    rollCall(slug: "vote") { tally { counted { yes no abstain } } body { slug } }
    recount: rollCall(slug: "recount") { absences { actor { slug } basis } }
    absentees(of: { slugs: ["valley", "the-valley"] }) { nodes { actor { slug } count derived } }
    statement(slug: "ann-speaks") {
      capacity { organization { slug } role } onBehalfOf { slug }
      mentions { ... on Actor { slug } ... on Proposal { slug } }
    }
    affiliations: actor(slug: "valley") {
      affiliations { nodes { kind organization { slug } } } of: affiliations(end: ORGANIZATION) { nodes { kind member { slug } } }
    }
  }`;
  await merge(database, "the-valley", "valley");
  expect(await answer(database, question)).toEqual({
    proposal: {
      sponsors: [{ slug: "hill" }, { slug: "valley" }],
      participants: [
        { actor: { slug: "valley" }, role: "HOST" },
        { actor: { slug: "valley" }, role: "PARTY" },
        { actor: { slug: "hill" }, role: "PARTY" },
      ],
      positionHistory: {
        nodes: expect.arrayContaining([
          { since: "2020-01-01", basis: "STATEMENT", stance: "OPPOSES" },
          { since: "2020-06-01", basis: "STATEMENT", stance: "UNDECIDED" },
          { since: "2021-01-04", basis: "VOTE", stance: "ABSTAINS" },
          { since: "2022", basis: "STATEMENT", stance: "OPPOSES" },
        ]),
      },
      supporters: { totalCount: 0 },
      opponents: { nodes: [{ slug: "hill" }, { slug: "vale" }, { slug: "valley" }] },
    },
    rollCall: { tally: { counted: { yes: 0, no: 1, abstain: 1 } }, body: { slug: "valley" } },
    recount: {
      absences: [
        { actor: { slug: "hill" }, basis: "RECORDED" },
        { actor: { slug: "valley" }, basis: "RECORDED" },
      ],
    },
    absentees: { nodes: [{ actor: { slug: "valley" }, count: 1, derived: 0 }] },
    statement: {
      capacity: { organization: { slug: "valley" }, role: "Minister" },
      onBehalfOf: { slug: "valley" },
      mentions: [{ slug: "mill" }, { slug: "valley" }],
    },
    affiliations: {
      affiliations: {
        nodes: expect.arrayContaining([
          { kind: "MEMBERSHIP", organization: { slug: "union" } },
          { kind: "MEMBERSHIP", organization: { slug: "league" } },
          { kind: "REPRESENTS", organization: { slug: "ben" } },
        ]),
      },
      of: {
        nodes: expect.arrayContaining([
          { kind: "OFFICE", member: { slug: "ann" } },
          { kind: "REPRESENTS", member: { slug: "ben" } },
        ]),
      },
    },
  });
  const standing = await database.query(sql`select p.since, p."standingUntil"::text as until from "Position" p
    join "Actor" a on a.id = p."holderId" join "Proposal" s on s.id = p."proposalId"
    where a.slug = 'valley' and s.slug = 'mill' and p."retractedAt" is null order by p."sinceLatest"`);
  expect(standing).toEqual([
    { since: "2020-01-01", until: "2020-06-01" },
    { since: "2020-06-01", until: "2021-01-04" },
    { since: "2021-01-04", until: "2022-12-31" },
    { since: "2022", until: "9999-12-31" },
  ]);
});

describe("what is written between a merge and its undo", () => {
  test("stays, and only what still is where it was moved to goes back", async () => {
    const database = await withValleys();
    await merge(database, "the-valley", "valley");
    const found = await answer(
      database,
      `{ a: statement(slug: "ann-speaks") { id version } b: statement(slug: "the-valley-writes") { id version }
        mill: proposal(slug: "mill") { id version } bridge: proposal(slug: "bridge") { id version }
        valley: actor(slug: "valley") { id version names { value kind language } } }`,
    );
    await change(database, "recordStatement", {
      ...{
        slug: "new",
        speaker: "the-valley",
        delivery: "SPOKEN",
        madeOn: "2023",
        summary: "New.",
        sources: ["gazette"],
      },
    });
    await change(database, "reviseStatement", { ...found.a, onBehalfOf: "hill", summary: "Ann spoke." });
    await change(database, "reviseStatement", { ...found.b, summary: "It wrote.", capacity: null });
    await change(database, "reviseProposal", { ...found.mill, title: "The mill" });
    await change(database, "reviseProposal", { ...found.bridge, sponsors: ["hill", "ann"] });
    const { names, ...valley } = found.valley;
    const kept = [
      ...names.filter(({ value }: { value: string }) => value !== "VALLEY REP."),
      { value: "Dale", kind: "ALIAS" },
    ];
    await change(database, "reviseActor", { ...valley, names: kept });
    await unmerge(database, "the-valley");

    const after = await answer(
      database,
      `{ new: statement(slug: "new") { speaker { slug } }
        a: statement(slug: "ann-speaks") {
          summary onBehalfOf { slug } capacity { organization { slug } } mentions { ... on Actor { slug } ... on Proposal { slug } } }
        b: statement(slug: "the-valley-writes") { summary speaker { slug } capacity { role } }
        mill: proposal(slug: "mill") { title sponsors { slug } } bridge: proposal(slug: "bridge") { sponsors { slug } }
        valley: actor(slug: "valley") { names { value kind } }
        other: actor(slug: "the-valley") { names { value kind } codes { value } } }`,
    );
    expect(after).toEqual({
      new: { speaker: { slug: "valley" } },
      a: {
        ...{ summary: "Ann spoke.", onBehalfOf: { slug: "hill" }, capacity: { organization: { slug: "the-valley" } } },
        mentions: [{ slug: "mill" }, { slug: "valley" }, { slug: "the-valley" }, { slug: "the-valley" }],
      },
      b: { summary: "It wrote.", speaker: { slug: "the-valley" }, capacity: null },
      // Its old place in the list is another's since the list was revised.
      mill: { title: "The mill", sponsors: [{ slug: "hill" }, { slug: "valley" }, { slug: "the-valley" }] },
      bridge: { sponsors: [{ slug: "hill" }, { slug: "ann" }] },
      valley: {
        names: [
          { value: "Republic of the Valley", kind: "OFFICIAL" },
          { value: "Dale", kind: "ALIAS" },
        ],
      },
      other: {
        names: [
          { value: "Republic of the Valley", kind: "OFFICIAL" },
          { value: "VALLEY REP.", kind: "AS_PRINTED" },
        ],
        codes: [{ value: "902" }, { value: "Q902" }],
      },
    });
    expect(await unrevised(database)).toEqual([]);
  });
});

test("any merges, undone in any order that is allowed, leave every row as it was", async () => {
  const database = await withValleys();
  const before = await everyRow(database);
  const actors = ["valley", "the-valley", "vale", "union", "hill", "ann", "ben"];
  const step = fc.record({ merged: fc.constantFrom(...actors), keep: fc.constantFrom(...actors), undo: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      for (const { merged, keep, undo } of steps) {
        await (undo ? unmerge(database, merged) : merge(database, merged, keep));
      }
      expect(await unrevised(database)).toEqual([]);
      for (let left = actors; left.length > 0; ) {
        const told = await Promise.all(
          left.map(async (slug) => [slug, (await unmerge(database, slug)).errors] as const),
        );
        // Either it is undone now, or was not merged at all; what remains waits for another to be undone first.
        const waiting = told.filter(([, errors]) => errors.some(({ message }) => message.includes("first")));
        expect(waiting.length).toBeLessThan(left.length);
        left = waiting.map(([slug]) => slug);
      }
      expect(await everyRow(database)).toEqual(before);
    }),
    // One run goes on from what the one before left.
    { numRuns: runs(3), endOnFailure: true },
  );
  expect(await unrevised(database)).toEqual([]);
});

test("takes as many statements for many rows as for few", async () => {
  const database = await withValleys();
  const many = await withValleys();
  const statement = {
    delivery: "SPOKEN",
    speaker: "the-valley",
    madeOn: "2021",
    summary: "More.",
    sources: ["gazette"],
  };
  for (let count = 0; count < 20; count += 1) {
    await change(many, "recordStatement", { ...statement, slug: `more-${count}` });
  }
  const few = await writesOf(database, (recording) => merge(recording, "the-valley", "valley"));
  expect(await writesOf(many, (recording) => merge(recording, "the-valley", "valley"))).toEqual(few);
  const back = await writesOf(database, (recording) => unmerge(recording, "the-valley"));
  expect(await writesOf(many, (recording) => unmerge(recording, "the-valley"))).toEqual(back);
});
