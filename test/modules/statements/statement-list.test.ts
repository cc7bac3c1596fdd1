import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, seedKit } from "../../support/seed-kit.js";

let database: Database;
let kit: ReturnType<typeof seedKit>;

beforeAll(async () => {
  database = await testDatabase();
  kit = seedKit(database);
  const [state, minister, council] = [
    await kit.actor({ slug: "state" }),
    await kit.actor({ slug: "minister", kind: "PERSON" }),
    await kit.actor({ slug: "council", name: "Council", kind: "ORGANIZATION" }),
  ];
  const debate = await kit.meeting({
    slug: "debate",
    title: "B debate",
    heldOn: "2021-01-26",
    body: council,
    symbol: "S/91",
  });
  const summit = await kit.meeting({ slug: "summit", title: "A summit", heldOn: "2021-03" });
  const gone = await kit.meeting({ slug: "gone-meeting" });
  const [plan, action] = [await kit.proposal({ slug: "plan" }), await kit.policyAction({ slug: "action" })];
  await kit.statement({
    slug: "a-speech",
    speaker: minister,
    onBehalfOf: state,
    meeting: debate,
    summary: "Supports the plan.",
    quote: "Très bien.",
    mentions: [{ proposal: plan }, { actor: council }],
  });
  await kit.statement({
    slug: "b-letter",
    speaker: state,
    madeOn: "2021-03",
    meeting: summit,
    summary: "Regrets it.",
    mentions: [{ policyAction: action }],
  });
  await kit.statement({ slug: "c-unresolved", speakerAsPrinted: "A delegate", madeOn: "2020", meeting: gone });
  const hidden = await kit.statement({ slug: "d-hidden", speaker: minister, mentions: [{ proposal: plan }] });
  const secret = await kit.proposal({ slug: "secret" });
  await kit.statement({ slug: "e-last", madeOn: "2022", summary: "Last.", mentions: [{ proposal: secret }] });
  await database.prisma.statement.update({ where: { id: hidden.id }, data: retracted });
  await database.prisma.meeting.update({ where: { id: gone.id }, data: retracted });
  await database.prisma.proposal.update({ where: { id: secret.id }, data: retracted });
});

const slugsOf = (connection: { nodes: { slug: string }[] }) => connection.nodes.map(({ slug }) => slug);

const filters: [where: string, slugs: string[]][] = [
  ['slugs: ["a-speech", "d-hidden"]', ["a-speech"]],
  ["speaker: { kinds: [PERSON] }", ["a-speech"]],
  ["not: { speaker: { kinds: [PERSON] } }", ["b-letter", "c-unresolved", "e-last"]],
  ['onBehalfOf: { slugs: ["state"] }', ["a-speech"]],
  ['meeting: "debate"', ["a-speech"]],
  ['meeting: "gone-meeting"', []],
  ['not: { meeting: "debate" }', ["b-letter", "c-unresolved", "e-last"]],
  ['mentions: ["plan"]', ["a-speech"]],
  ['mentions: ["action", "council"]', ["a-speech", "b-letter"]],
  ['mentions: ["secret"]', []],
  ['not: { mentions: ["plan", "action"] }', ["c-unresolved", "e-last"]],
  ['madeOn: { from: "2021-03-15", to: "2021-03-16" }', ["b-letter"]],
  ['madeOn: { from: "2021-03-15", to: "2021-03-16", match: CERTAIN }', []],
  ['madeOn: { to: "2020-12-31", match: CERTAIN }', ["c-unresolved"]],
  ['text: { contains: "tres BIEN" }', ["a-speech"]],
  ['text: { startsWith: "regrets" }', ["b-letter"]],
  ['not: { text: { contains: "bien" } }', ["b-letter", "c-unresolved", "e-last"]],
  ['or: [{ mentions: ["plan"] }, { text: { equals: "last." } }]', ["a-speech", "e-last"]],
];

describe("StatementFilter", () => {
  it.each(filters)("%s", async (where, slugs) => {
    const { statements } = await answer(database, `{ statements(where: { ${where} }) { totalCount nodes { slug } } }`);
    expect(slugsOf(statements).sort()).toEqual(slugs);
    expect(statements.totalCount).toBe(slugs.length);
  });

  it.each(['meeting: "The debate"', 'mentions: ["The plan"]'])("refuses %s", async (where) => {
    const { errors } = await ask(database, `{ statements(where: { ${where} }) { nodes { slug } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});

describe("StatementOrder", () => {
  it("is by the earliest day, and either way when asked", async () => {
    const order = ["c-unresolved", "a-speech", "b-letter", "e-last"];
    const { up, down } = await answer(
      database,
      `{ up: statements { nodes { slug } }
        down: statements(orderBy: { field: MADE_ON, direction: DESC }) { nodes { slug } } }`,
    );
    expect(slugsOf(up)).toEqual(order);
    expect(slugsOf(down)).toEqual(order.toReversed());
  });

  it("pages through statements of one day, while more are added, forward and backward", async () => {
    const meeting = await kit.meeting({ slug: "long-day" });
    for (let number = 0; number < 7; number += 1) await kit.statement({ meeting });
    const query = (paging: string) => `{ meeting(slug: "long-day") { statements(${paging}) {
      nodes { slug } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`;
    const page = async (paging: string) => (await answer(database, query(paging))).meeting.statements;
    const all = slugsOf(await page("first: 100"));
    const head = await page("first: 3");
    await kit.statement({ slug: "the-day-before", meeting, madeOn: "2021-01-25" });
    const rest = await page(`first: 100, after: "${head.pageInfo.endCursor}"`);
    expect(slugsOf(head).concat(slugsOf(rest))).toEqual(all);
    const tail = await page("last: 3");
    await kit.statement({ slug: "the-day-after", meeting, madeOn: "2021-01-27" });
    const middle = await page(`last: 4, before: "${tail.pageInfo.startCursor}"`);
    expect(slugsOf(middle).concat(slugsOf(tail))).toEqual(all);
    expect(middle.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });
});

describe("MeetingFilter", () => {
  it.each([
    ['slugs: ["summit", "gone-meeting"]', ["summit"]],
    ['body: { slugs: ["council"] }', ["debate"]],
    ['body: { name: { contains: "council" } }, heldOn: { from: "2021-02-01" }', []],
    ['slugs: ["debate", "summit"], not: { body: { slugs: ["council"] } }', ["summit"]],
    ['heldOn: { from: "2021-03-31", to: "2021-12-31" }', ["summit"]],
    ['heldOn: { from: "2021-03-31", match: CERTAIN }', []],
    ['text: { contains: "s/91" }', ["debate"]],
    ['or: [{ text: { startsWith: "a sum" } }, { slugs: ["debate"] }]', ["debate", "summit"]],
  ])("%s", async (where, slugs) => {
    const { meetings } = await answer(database, `{ meetings(where: { ${where} }) { nodes { slug } } }`);
    expect(slugsOf(meetings)).toEqual(slugs);
  });

  it("orders by title too", async () => {
    const { meetings } = await answer(
      database,
      `{ meetings(where: { slugs: ["debate", "summit"] }, orderBy: { field: TITLE }) { nodes { slug } } }`,
    );
    expect(slugsOf(meetings)).toEqual(["summit", "debate"]);
  });
});
