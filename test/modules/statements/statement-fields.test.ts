import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, seedKit } from "../../support/seed-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = seedKit(database);
  const [state, minister, council, gone] = [
    await kit.actor({ slug: "state" }),
    await kit.actor({ slug: "minister", kind: "PERSON" }),
    await kit.actor({ slug: "council", kind: "ORGANIZATION" }),
    await kit.actor({ slug: "gone" }),
  ];
  const office = await kit.affiliation({ member: minister, organization: state, kind: "OFFICE", role: "Minister" });
  const meeting = await kit.meeting({
    slug: "debate",
    title: "Open debate",
    heldOn: "2021-01-26",
    place: "By video",
    symbol: "S/2021/91",
    body: council,
  });
  const source = await kit.source({ slug: "record" });
  const plan = await kit.proposal({ slug: "plan" });
  const action = await kit.policyAction({ slug: "action" });
  const opening = await kit.statement({ slug: "opening", meeting, sources: [source] });
  const speech = await kit.statement({
    slug: "speech",
    speaker: minister,
    speakerAsPrinted: "The Minster",
    capacity: office,
    onBehalfOf: state,
    delivery: "WRITTEN",
    madeOn: "2021-01-26",
    meeting,
    inReplyTo: opening,
    summary: "Proposes a plan.",
    quote: "Un plan.",
    quoteLanguage: "fr",
    mentions: [{ actor: gone }, { policyAction: action }, { actor: state }, { proposal: plan }],
    sources: [source],
  });
  const wrong = await kit.statement({
    slug: "wrong",
    speaker: minister,
    inReplyTo: opening,
    mentions: [{ proposal: plan }],
  });
  await database.prisma.statement.update({ where: { id: wrong.id }, data: retracted });
  await database.prisma.actor.update({ where: { id: gone.id }, data: retracted });
  for (let number = 0; number < 50; number += 1) {
    const speaker = await kit.actor({ kind: "PERSON" });
    await kit.statement({
      speaker,
      capacity: await kit.affiliation({ member: speaker, organization: state, kind: "REPRESENTS" }),
      onBehalfOf: await kit.actor(),
      meeting: await kit.meeting({ body: await kit.actor() }),
      inReplyTo: speech,
      madeOn: "2021-02",
      mentions: [{ proposal: await kit.proposal() }, { policyAction: await kit.policyAction() }, { actor: speaker }],
      sources: [await kit.source()],
    });
  }
});

describe("Query.statement", () => {
  it("tells everything on record of a statement", async () => {
    const { statement } = await answer(
      database,
      `{ statement(slug: "speech") {
        __typename id slug version
        speaker { slug } speakerAsPrinted capacity { role organization { slug } } onBehalfOf { slug }
        delivery madeOn meeting { slug } inReplyTo { slug } summary quote quoteLanguage
        mentions { __typename ... on Proposal { slug } ... on PolicyAction { slug } ... on Actor { slug } }
        sources { slug } replies(first: 2) { totalCount nodes { madeOn } }
      } }`,
    );
    expect(statement).toEqual({
      __typename: "Statement",
      id: expect.stringMatching(/^statement_[0-9a-z]{26}$/),
      slug: "speech",
      version: 1,
      speaker: { slug: "minister" },
      speakerAsPrinted: "The Minster",
      capacity: { role: "Minister", organization: { slug: "state" } },
      onBehalfOf: { slug: "state" },
      delivery: "WRITTEN",
      madeOn: "2021-01-26",
      meeting: { slug: "debate" },
      inReplyTo: { slug: "opening" },
      summary: "Proposes a plan.",
      quote: "Un plan.",
      quoteLanguage: "fr",
      mentions: [
        { __typename: "PolicyAction", slug: "action" },
        { __typename: "Actor", slug: "state" },
        { __typename: "Proposal", slug: "plan" },
      ],
      sources: [{ slug: "record" }],
      replies: { totalCount: 50, nodes: [{ madeOn: "2021-02" }, { madeOn: "2021-02" }] },
    });
  });

  it("leaves empty what is not on record", async () => {
    const { statement } = await answer(
      database,
      `{ statement(slug: "opening") {
        speaker { slug } speakerAsPrinted capacity { role } onBehalfOf { slug } inReplyTo { slug } quote quoteLanguage
        mentions { __typename } replies { nodes { slug } }
      } }`,
    );
    expect(statement).toEqual({
      ...{ speaker: null, speakerAsPrinted: null, capacity: null, onBehalfOf: null, inReplyTo: null },
      ...{ quote: null, quoteLanguage: null, mentions: [], replies: { nodes: [{ slug: "speech" }] } },
    });
  });

  it.each(["no-such-statement", "wrong"])("is null for %s", async (slug) => {
    expect(await answer(database, `{ statement(slug: "${slug}") { id } }`)).toEqual({ statement: null });
  });
});

describe("Query.meeting", () => {
  it("tells everything on record of a meeting, and what was said at it in the order of recording", async () => {
    const { meeting } = await answer(
      database,
      `{ meeting(slug: "debate") { id slug title heldOn place symbol body { slug } statements { nodes { slug } } } }`,
    );
    expect(meeting).toEqual({
      id: expect.stringMatching(/^meeting_[0-9a-z]{26}$/),
      slug: "debate",
      title: "Open debate",
      heldOn: "2021-01-26",
      place: "By video",
      symbol: "S/2021/91",
      body: { slug: "council" },
      statements: { nodes: [{ slug: "opening" }, { slug: "speech" }] },
    });
  });
});

describe("lists of statements", () => {
  it.each([
    [`actor(slug: "minister") { statements { nodes { slug } } }`, ["speech"]],
    [`actor(slug: "minister") { statements(role: ON_BEHALF) { nodes { slug } } }`, []],
    [`actor(slug: "state") { statements { nodes { slug } } }`, ["speech"]],
    [`actor(slug: "state") { statements(role: SPEAKER) { nodes { slug } } }`, []],
    [`actor(slug: "state") { statements(role: ON_BEHALF) { nodes { slug } } }`, ["speech"]],
    [`proposal(slug: "plan") { statements { nodes { slug } } }`, ["speech"]],
    [`proposal(slug: "plan") { statements(where: { speaker: { kinds: [STATE] } }) { nodes { slug } } }`, []],
    [`policyAction(slug: "action") { statements { nodes { slug } } }`, ["speech"]],
    [`source(slug: "record") { statements { nodes { slug } } }`, ["opening", "speech"]],
    [`source(slug: "record") { statements(last: 1) { nodes { slug } } }`, ["speech"]],
    [
      `statement(slug: "speech") { statements: replies(where: { madeOn: { to: "2021-01-31" } }) { nodes { slug } } }`,
      [],
    ],
  ])("%s", async (question, expected) => {
    const { parent } = await answer(database, `{ parent: ${question} }`);
    expect(parent.statements.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(expected);
  });

  it.each([
    ["actors", "minister"],
    ["proposals", "plan"],
    ["policyActions", "action"],
    ["sources", "record"],
    ["meetings", "debate"],
  ])("of %s take one statement, counts and all, whether for one or for fifty", async (list, slug) => {
    const fields = "statements(first: 2) { totalCount nodes { summary } }";
    const one = await ask(database, `{ ${list}(where: { slugs: ["${slug}"] }) { nodes { ${fields} } } }`);
    const many = await ask(database, `{ ${list}(first: 50) { nodes { ${fields} } } }`);
    expect([one.errors, many.errors]).toEqual([undefined, undefined]);
    expect([one.data[list].nodes.length, many.data[list].nodes.length]).toEqual([1, 50]);
    expect([one.statements.length, many.statements.length]).toEqual([1, 1]);
  });
});

describe("the fields of statements and meetings", () => {
  it.each([
    "speaker { name }",
    "capacity { role }",
    "onBehalfOf { name }",
    "speaker { name } onBehalfOf { name }",
    "meeting { title }",
    "inReplyTo { summary }",
    "replies(first: 1) { nodes { summary } }",
    "sources { title }",
    "mentions { ... on Proposal { title } ... on PolicyAction { title } ... on Actor { name } }",
  ])("%s: one statement for one and for fifty", async (field) => {
    const one = await ask(database, `{ statements(where: { slugs: ["speech"] }) { nodes { ${field} } } }`);
    const many = await ask(database, `{ statements(last: 50) { nodes { ${field} } } }`);
    expect([one.errors, many.errors]).toEqual([undefined, undefined]);
    expect(many.data.statements.nodes).toHaveLength(50);
    expect([one.statements.length, many.statements.length]).toEqual([1, 1]);
  });

  it("bodies of fifty meetings take one statement", async () => {
    const { data, statements } = await ask(database, "{ meetings(last: 50) { nodes { body { name } } } }");
    expect(data.meetings.nodes).toHaveLength(50);
    expect(statements).toHaveLength(1);
  });
});
