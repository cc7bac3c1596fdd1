import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, seedKit } from "../../support/seed-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = seedKit(database);
  const [egypt, norway, gone] = [
    await kit.actor({ slug: "egypt", name: "Egypt" }),
    await kit.actor({ slug: "norway", name: "Norway" }),
    await kit.actor({ slug: "gone", name: "Gone" }),
  ];
  const [water, peace] = [await kit.topic({ slug: "water", name: "Water" }), await kit.topic({ slug: "peace" })];
  const [record, report] = [await kit.source({ slug: "record" }), await kit.source({ slug: "report" })];
  const basin = await kit.proposal({ slug: "basin-treaty", title: "Basin treaty" });
  const withdrawn = await kit.proposal({ slug: "withdrawn-treaty" });
  const conference = await kit.proposal({
    slug: "water-conference",
    title: "Water conference",
    kind: "CONFERENCE",
    status: "UNDER_CONSIDERATION",
    summary: "A conference of the river's states.",
    proposedOn: "2021-01",
    timeframe: "[2021-21, 2021-22]",
    venue: "Oslo",
    note: "Reports differ on the venue.",
    sponsors: [norway, gone, egypt],
    participants: [
      { actor: egypt, role: "PARTY" },
      { actor: norway, role: "MEDIATOR" },
      { actor: norway, role: "HOST" },
      { actor: gone, role: "INVITED" },
    ],
    relations: [
      { kind: "ENDORSES", proposal: basin },
      { kind: "BUILDS_ON", proposal: basin, note: "Its third article." },
      { kind: "SUPERSEDES", proposal: withdrawn },
    ],
    topics: [water, peace],
    sources: [report, record],
  });
  await kit.proposal({ slug: "annex", title: "Annex", relations: [{ kind: "PART_OF", proposal: basin }] });
  // Fifty more, each tied to as much, for the number of statements.
  for (let number = 0; number < 50; number += 1) {
    await kit.proposal({
      sponsors: [egypt, norway],
      participants: [{ actor: egypt, role: "PARTY" }],
      relations: [{ kind: "BUILDS_ON", proposal: conference }],
      topics: [water],
      sources: [record],
    });
  }
  await database.prisma.actor.update({ where: { id: gone.id }, data: retracted });
  await database.prisma.proposal.update({ where: { id: withdrawn.id }, data: retracted });
});

describe("Query.proposal", () => {
  it("tells everything on record of a proposal", async () => {
    const { proposal } = await answer(
      database,
      `{ proposal(slug: "water-conference") {
        __typename id slug version recordedAt updatedAt
        title kind status summary proposedOn timeframe venue note
      } }`,
    );
    expect(proposal).toEqual({
      __typename: "Proposal",
      id: expect.stringMatching(/^proposal_[0-9a-z]{26}$/),
      slug: "water-conference",
      version: 1,
      recordedAt: expect.anything(),
      updatedAt: expect.anything(),
      title: "Water conference",
      kind: "CONFERENCE",
      status: "UNDER_CONSIDERATION",
      summary: "A conference of the river's states.",
      proposedOn: "2021-01",
      timeframe: "[2021-21, 2021-22]",
      venue: "Oslo",
      note: "Reports differ on the venue.",
    });
  });

  it.each(["no-such-proposal", "withdrawn-treaty"])("is null for %s", async (slug) => {
    expect(await answer(database, `{ proposal(slug: "${slug}") { title } }`)).toEqual({ proposal: null });
  });

  it("refuses what is no slug", async () => {
    const { errors } = await ask(database, `{ proposal(slug: "Water Conference") { title } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "slug" }] });
  });
});

describe("a proposal's lists", () => {
  const lists: [field: string, expected: unknown][] = [
    ["sponsors { slug }", [{ slug: "norway" }, { slug: "egypt" }]],
    [
      "participants { role actor { slug } }",
      [
        { role: "PARTY", actor: { slug: "egypt" } },
        { role: "MEDIATOR", actor: { slug: "norway" } },
        { role: "HOST", actor: { slug: "norway" } },
      ],
    ],
    [
      "participants(roles: [HOST, PARTY]) { role actor { slug } }",
      [
        { role: "PARTY", actor: { slug: "egypt" } },
        { role: "HOST", actor: { slug: "norway" } },
      ],
    ],
    ["participants(roles: [INVITED]) { role }", []],
    [
      "relations { kind note proposal { slug kind note } }",
      [
        { kind: "ENDORSES", note: null, proposal: { slug: "basin-treaty", kind: "PLAN", note: null } },
        { kind: "BUILDS_ON", note: "Its third article.", proposal: { slug: "basin-treaty", kind: "PLAN", note: null } },
      ],
    ],
    ["relations(kinds: [BUILDS_ON]) { kind }", [{ kind: "BUILDS_ON" }]],
    ["relatedFrom(kinds: [ENDORSES]) { kind }", []],
    [
      "topics { slug name }",
      [
        { slug: "water", name: "Water" },
        { slug: "peace", name: "peace" },
      ],
    ],
    ["sources { slug }", [{ slug: "report" }, { slug: "record" }]],
  ];

  it.each(lists)("%s", async (field, expected) => {
    const { proposal } = await answer(database, `{ proposal(slug: "water-conference") { list: ${field} } }`);
    expect(proposal.list).toEqual(expected);
  });

  it("names the relations of others to it, by their titles", async () => {
    const { proposal } = await answer(
      database,
      `{ proposal(slug: "basin-treaty") { relatedFrom { kind note proposal { slug } } relations { kind } } }`,
    );
    expect(proposal).toEqual({
      relatedFrom: [
        { kind: "PART_OF", note: null, proposal: { slug: "annex" } },
        { kind: "ENDORSES", note: null, proposal: { slug: "water-conference" } },
        { kind: "BUILDS_ON", note: "Its third article.", proposal: { slug: "water-conference" } },
      ],
      relations: [],
    });
  });

  it("tells what is asked once under two conditions apart", async () => {
    const { proposal } = await answer(
      database,
      `{ proposal(slug: "water-conference") {
        parties: participants(roles: [PARTY]) { actor { slug } }
        mediators: participants(roles: [MEDIATOR]) { actor { slug } }
      } }`,
    );
    expect(proposal).toEqual({ parties: [{ actor: { slug: "egypt" } }], mediators: [{ actor: { slug: "norway" } }] });
  });

  it.each([
    "sponsors { name }",
    "participants { role actor { name } }",
    "relations { kind proposal { title } }",
    "relatedFrom { kind proposal { title } }",
    "topics { name }",
    "sources { title }",
  ])("%s takes one statement for one proposal and for fifty", async (field) => {
    const one = await ask(database, `{ proposals(where: { slugs: ["water-conference"] }) { nodes { ${field} } } }`);
    const many = await ask(database, `{ proposals(first: 50) { nodes { ${field} } } }`);
    expect([one.errors, many.errors]).toEqual([undefined, undefined]);
    expect([one.data.proposals.nodes.length, many.data.proposals.nodes.length]).toEqual([1, 50]);
    expect([one.statements.length, many.statements.length]).toEqual([1, 1]);
  });
});
