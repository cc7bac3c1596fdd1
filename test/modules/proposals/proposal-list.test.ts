import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, type Seeded, seedKit } from "../../support/seed-kit.js";

let database: Database;
let kit: ReturnType<typeof seedKit>;
let norway: Seeded;

const slugs = (connection: { nodes: { slug: string }[] }): string[] => connection.nodes.map(({ slug }) => slug);

beforeAll(async () => {
  database = await testDatabase();
  kit = seedKit(database);
  norway = await kit.actor({ slug: "norway" });
  const energy = await kit.topic({ slug: "energy", name: "Energy" });
  // Four with one title, so that only their ids order them; two of them undated.
  for (const proposedOn of ["2020", undefined, "2019-12-31", undefined]) {
    await kit.proposal({ title: "Same title", proposedOn, sponsors: [norway], topics: [energy] });
  }
  await kit.proposal({ slug: "first", title: "First", participants: [{ actor: norway, role: "PARTY" }] });
  await kit.proposal({
    slug: "second",
    title: "Second",
    sponsors: [norway],
    participants: [
      { actor: norway, role: "PARTY" },
      { actor: norway, role: "HOST" },
    ],
  });
  const hidden = await kit.proposal({ sponsors: [norway], topics: [energy] });
  await database.prisma.proposal.update({ where: { id: hidden.id }, data: retracted });
  for (let number = 0; number < 50; number += 1) {
    const actor = await kit.actor({ slug: `state-${number}` });
    const topic = await kit.topic({ slug: `topic-${number}`, name: `Topic ${String(number).padStart(2, "0")}` });
    await kit.proposal({ title: `Zone ${number}`, sponsors: [actor], topics: [topic] });
  }
});

describe("Query.proposals", () => {
  const sizes = "nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

  it.each(["ASC", "DESC"])("pages through equal titles in both directions, %s", async (direction) => {
    const query = (paging: string) =>
      `{ proposals(where: { slugs: ["proposal-1", "proposal-2", "proposal-3", "proposal-4", "first", "second"] },
        orderBy: { field: TITLE, direction: ${direction} }, ${paging}) { ${sizes} } }`;
    const all = slugs((await answer(database, query("first: 10"))).proposals);
    expect(all).toHaveLength(6);
    expect(direction === "ASC" ? all[0] : all[5]).toBe("first");

    const { proposals: one } = await answer(database, query("first: 2"));
    const { proposals: two } = await answer(database, query(`first: 2, after: "${one.pageInfo.endCursor}"`));
    const { proposals: three } = await answer(database, query(`first: 2, after: "${two.pageInfo.endCursor}"`));
    expect([one, two, three].flatMap(slugs)).toEqual(all);
    expect([one, two, three].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);

    const { proposals: last } = await answer(database, query("last: 2"));
    const { proposals: before } = await answer(database, query(`last: 2, before: "${last.pageInfo.startCursor}"`));
    const { proposals: begin } = await answer(database, query(`last: 2, before: "${before.pageInfo.startCursor}"`));
    expect([begin, before, last].flatMap(slugs)).toEqual(all);
    expect([begin, before, last].map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual([false, true, true]);
  });

  it("orders by the earliest day of proposing, undated ones last", async () => {
    const order = async (direction: string) =>
      slugs(
        (
          await answer(
            database,
            `{ proposals(where: { text: { equals: "same title" } },
              orderBy: { field: PROPOSED_ON, direction: ${direction} }) { nodes { slug } } }`,
          )
        ).proposals,
      );
    expect((await order("ASC")).slice(0, 2)).toEqual(["proposal-3", "proposal-1"]);
    expect((await order("DESC")).slice(2)).toEqual(["proposal-1", "proposal-3"]);
    expect(await order("DESC")).toEqual((await order("ASC")).reverse());
  });

  it("keeps its place while rows are added before and after it", async () => {
    const query = (paging: string) =>
      `{ proposals(where: { text: { startsWith: "zone 4" } }, ${paging}) { ${sizes} } }`;
    const { proposals: one } = await answer(database, query("first: 3"));
    expect(slugs(one)).toHaveLength(3);
    await kit.proposal({ slug: "zone-before", title: "Zone 4 -" });
    await kit.proposal({ slug: "zone-after", title: "Zone 4z" });
    const { proposals: two } = await answer(database, query(`first: 50, after: "${one.pageInfo.endCursor}"`));
    expect(slugs(two)).not.toContain("zone-before");
    expect(slugs(two)).toContain("zone-after");
    expect(new Set([...slugs(one), ...slugs(two)]).size).toBe(12);
  });

  it("refuses a cursor of another order", async () => {
    const { proposals } = await answer(database, "{ proposals(first: 1) { pageInfo { endCursor } } }");
    const { errors } = await ask(
      database,
      `{ proposals(orderBy: { field: PROPOSED_ON }, after: "${proposals.pageInfo.endCursor}") { nodes { slug } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "after" }] });
  });
});

describe("Actor.proposals", () => {
  it.each([
    ["", ["first", "proposal-1", "proposal-2", "proposal-3", "proposal-4", "second"]],
    ["(role: SPONSOR)", ["proposal-1", "proposal-2", "proposal-3", "proposal-4", "second"]],
    ["(role: PARTICIPANT)", ["first", "second"]],
    ['(role: SPONSOR, where: { slugs: ["first", "second"] })', ["second"]],
  ])("%s lists each once", async (args, expected) => {
    const { actor } = await answer(
      database,
      `{ actor(slug: "norway") { proposals${args} { totalCount nodes { slug } } } }`,
    );
    expect(slugs(actor.proposals).sort()).toEqual(expected);
    expect(actor.proposals.totalCount).toBe(expected.length);
  });

  it("pages within each actor", async () => {
    const { actor } = await answer(
      database,
      `{ actor(slug: "norway") { proposals(first: 2) { nodes { slug } pageInfo { endCursor } } } }`,
    );
    const { actors } = await answer(
      database,
      `query ($after: String) { actors(where: { slugs: ["norway", "state-7"] }) { nodes { slug
        proposals(first: 1, after: $after) { nodes { title } pageInfo { hasNextPage } } } } }`,
      { after: actor.proposals.pageInfo.endCursor },
    );
    expect(actors.nodes).toEqual([
      { slug: "norway", proposals: { nodes: [{ title: "Same title" }], pageInfo: { hasNextPage: true } } },
      { slug: "state-7", proposals: { nodes: [{ title: "Zone 7" }], pageInfo: { hasNextPage: false } } },
    ]);
  });

  it("is counted where the page is empty: beyond its end, of no row, and of no proposal at all", async () => {
    const last = await answer(database, `{ actor(slug: "norway") { proposals { pageInfo { endCursor } } } }`);
    const kept = "totalCount nodes { slug } pageInfo { hasNextPage }";
    await kit.actor({ slug: "nobody" });
    const { actors } = await answer(
      database,
      `query ($after: String) { actors(where: { slugs: ["nobody", "norway"] }, orderBy: { field: RECORDED_AT }) {
        nodes { slug beyond: proposals(after: $after) { ${kept} } none: proposals(first: 0) { ${kept} } } } }`,
      { after: last.actor.proposals.pageInfo.endCursor },
    );
    const empty = (totalCount: number, hasNextPage: boolean) => ({ totalCount, nodes: [], pageInfo: { hasNextPage } });
    expect(actors.nodes).toEqual([
      { slug: "norway", beyond: empty(6, false), none: empty(6, true) },
      { slug: "nobody", beyond: empty(0, false), none: empty(0, false) },
    ]);
  });

  it("is counted where its page was read before, for a field that a fragment has elsewhere too", async () => {
    const { data, statements } = await ask(
      database,
      `{ actor(slug: "norway") { ...listed }
        proposal(slug: "second") { sponsors { ...listed proposals(first: 1) { totalCount } } } }
      fragment listed on Actor { proposals(first: 1) { nodes { slug } } }`,
    );
    expect(data.proposal.sponsors).toEqual([{ proposals: { ...data.actor.proposals, totalCount: 6 } }]);
    expect(statements).toHaveLength(2); // one for each field of the root
  });

  it("takes one statement for its pages and counts, whether for one actor or for fifty", async () => {
    const fields = "proposals(first: 3) { totalCount nodes { title } edges { cursor } }";
    const one = await ask(database, `{ actors(where: { slugs: ["norway"] }) { nodes { ${fields} } } }`);
    const many = await ask(database, `{ actors(first: 50) { nodes { ${fields} } } }`);
    expect(many.data.actors.nodes).toHaveLength(50);
    expect([one.statements.length, many.statements.length]).toEqual([1, 1]);
    expect(one.errors ?? many.errors).toBeUndefined();
  });
});

describe("topics", () => {
  it("lists all topics by name, with the proposals about each, in one statement", async () => {
    const { data, statements } = await ask(database, "{ topics { slug name proposals { nodes { title } } } }");
    expect(data.topics).toHaveLength(51);
    expect(data.topics[0]).toEqual({
      slug: "energy",
      name: "Energy",
      proposals: { nodes: Array(4).fill({ title: "Same title" }) },
    });
    expect(data.topics[8]).toMatchObject({ slug: "topic-7", proposals: { nodes: [{ title: "Zone 7" }] } });
    expect(statements).toHaveLength(1);
  });

  it("finds one by its slug", async () => {
    expect(
      await answer(database, `{ topic(slug: "energy") { id name description } none: topic(slug: "none") { id } }`),
    ).toEqual({
      topic: { id: expect.stringMatching(/^topic_/), name: "Energy", description: null },
      none: null,
    });
  });
});
