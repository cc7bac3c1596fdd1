import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { differences } from "../../src/record/differences.js";
import { positionKit } from "../modules/positions/position-kit.js";
import { answer, ask, askAs } from "../support/ask.js";
import { testDatabase } from "../support/database.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
});

/** Does a mutation as an editor, and gives what it answers under its payload's field. */
async function change(mutation: string, type: string, input: object, field: string): Promise<{ id: string }> {
  const { data, errors } = await askAs(
    "EDITOR",
    database,
    `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${field} { id } errors { message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  expect(data.done.errors).toEqual([]);
  return data.done[field];
}

const entry = {
  slug: "said-and-taken-back",
  speaker: "antonio-guterres",
  delivery: "SPOKEN",
  madeOn: "2021-02",
  summary: "He says something.",
  quote: "Something.",
  quoteLanguage: "en",
  mentions: [{ proposal: "two-state-solution" }],
  sources: ["s-2021-91"],
};
const whole = "version action recordedAt author reason before after changes { path before after }";

describe("the revisions of an entity", () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await change(
      "recordStatement",
      "RecordStatementInput",
      { ...entry, reason: "It was missing." },
      "statement",
    ));
    const { speaker: _, ...same } = entry;
    await change(
      "reviseStatement",
      "ReviseStatementInput",
      {
        ...same,
        ...{ id, version: 1, madeOn: "2021-02-03", quote: "Something else." },
        mentions: [{ proposal: "two-state-solution" }, { actor: "russia" }],
      },
      "statement",
    );
    await change("retract", "ChangeStandingInput", { id, version: 2, reason: "He did not." }, "entity");
    await change("reinstate", "ChangeStandingInput", { id, version: 3, reason: "He did." }, "entity");
  });

  const revisions = (args: string, fields: string) =>
    answer(database, `{ statement(slug: "${entry.slug}") { version revisions${args} { ${fields} } } }`);

  test("tell what was done, by whom and why, the newest first", async () => {
    const { statement } = await revisions("", "totalCount nodes { version action author reason }");
    expect(statement.version).toBe(4);
    expect(statement.revisions).toEqual({
      totalCount: 4,
      nodes: [
        { version: 4, action: "REINSTATED", author: "key:editor", reason: "He did." },
        { version: 3, action: "RETRACTED", author: "key:editor", reason: "He did not." },
        { version: 2, action: "REVISED", author: "key:editor", reason: null },
        { version: 1, action: "RECORDED", author: "key:editor", reason: "It was missing." },
      ],
    });
  });

  test("tell what changed, field by field", async () => {
    const { statement } = await revisions("", "nodes { action changes { path before after } }");
    const [reinstated, retracted, revised, recorded] = statement.revisions.nodes;
    expect([reinstated.changes, retracted.changes]).toEqual([[], []]);
    expect(revised.changes).toEqual([
      { path: "madeOn", before: "2021-02", after: "2021-02-03" },
      {
        path: "mentions",
        before: [{ proposal: "two-state-solution" }],
        after: [{ proposal: "two-state-solution" }, { actor: "russia" }],
      },
      { path: "quote", before: "Something.", after: "Something else." },
    ]);
    expect(recorded.changes).toEqual([
      ...[
        ["delivery", "SPOKEN"],
        ["madeOn", "2021-02"],
        ["mentions", [{ proposal: "two-state-solution" }]],
        ["quote", "Something."],
        ["quoteLanguage", "en"],
        ["slug", entry.slug],
        ["sources", ["s-2021-91"]],
        ["speaker", "antonio-guterres"],
        ["summary", "He says something."],
      ].map(([path, after]) => ({ path, before: null, after })),
    ]);
  });

  test("hold the entity before and after as an entry, each going on from the one before", async () => {
    const { statement } = await revisions("", "nodes { before after }");
    const [reinstated, retracted, revised, recorded] = statement.revisions.nodes;
    expect(recorded).toEqual({ before: null, after: entry });
    expect(revised.before).toEqual(entry);
    expect(retracted).toEqual({ before: revised.after, after: revised.after });
    expect(reinstated).toEqual(retracted);
  });

  test("are paged both ways", async () => {
    const page = "nodes { version } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
    const { statement: newest } = await revisions("(first: 3)", page);
    expect(newest.revisions.nodes).toEqual([{ version: 4 }, { version: 3 }, { version: 2 }]);
    expect(newest.revisions.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const { statement: rest } = await revisions(`(first: 3, after: "${newest.revisions.pageInfo.endCursor}")`, page);
    expect(rest.revisions.nodes).toEqual([{ version: 1 }]);
    expect(rest.revisions.pageInfo.hasNextPage).toBe(false);
    const { statement: back } = await revisions(`(last: 2, before: "${rest.revisions.pageInfo.startCursor}")`, page);
    expect(back.revisions.nodes).toEqual([{ version: 3 }, { version: 2 }]);
  });

  test("are told of a retracted one, wherever that is listed", async () => {
    const [version, reason] = [4, "It is gone for good."];
    await change("retract", "ChangeStandingInput", { id, version, reason }, "entity");
    const { statements } = await answer(
      database,
      `{ statements(where: { slugs: ["${entry.slug}"] }, includeRetracted: true) {
          nodes { version retractedAt retractionReason revisions(first: 1) { nodes { version action recordedAt reason } } } } }`,
    );
    const [{ retractedAt, ...statement }] = statements.nodes;
    expect(statement).toEqual({
      version: 5,
      retractionReason: reason,
      revisions: { nodes: [{ version: 5, action: "RETRACTED", recordedAt: retractedAt, reason }] },
    });
  });
});

describe("every type of entity", () => {
  const lists: [type: string, list: string][] = [
    ["Source", "sources { nodes"],
    ["Actor", "actors { nodes"],
    ["Affiliation", "actors { nodes { affiliations { nodes"],
    ["Topic", "topics"],
    ["Proposal", "proposals { nodes"],
    ["PolicyAction", "policyActions { nodes"],
    ["Meeting", "meetings { nodes"],
    ["Statement", "statements { nodes"],
    ["RollCall", "rollCalls { nodes"],
    ["Position", "positions { nodes"],
  ];

  test.each(lists)("has them: %s", async (type, list) => {
    const closing = "}".repeat(list.split("{").length - 1);
    const { data, errors } = await ask(
      database,
      `{ ${list} { __typename version recordedAt revisions(last: 1) { nodes { ${whole} } } } ${closing} }`,
    );
    expect(errors).toBeUndefined();
    const found = entitiesIn(data).filter(({ __typename }) => __typename === type);
    expect(found.length).toBeGreaterThan(0);
    for (const { revisions, recordedAt } of found) {
      const [first] = revisions.nodes;
      expect(first).toMatchObject({ version: 1, action: "RECORDED", recordedAt, before: null });
      expect(first.changes.length).toBeGreaterThan(1);
    }
  });

  test("lists and counts them by one statement, for however many parents", async () => {
    for (const first of [1, 50]) {
      const { data, statements } = await ask(
        database,
        `query ($first: Int) { sources(first: $first) { nodes { revisions { totalCount nodes { ${whole} } } } } }`,
        { first },
      );
      expect(data.sources.nodes.length).toBeGreaterThan(first / 5);
      expect({ first, statements: statements.length }).toEqual({ first, statements: 1 });
    }
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
function entitiesIn(value: unknown): any[] {
  if (typeof value !== "object" || value === null) return [];
  return [...("__typename" in value ? [value] : []), ...Object.values(value).flatMap(entitiesIn)];
}

test("nothing is made up for a position that was imported in bulk, without a revision", async () => {
  const kit = positionKit(database);
  const holder = await kit.actor();
  const proposal = await kit.proposal();
  await kit.position({ holder, proposal, stance: "SUPPORTS" });
  const query = `{ proposal(slug: "${proposal.slug}") { positions { nodes { version revisions { totalCount nodes { version } } } } } }`;
  const { proposal: found } = await answer(database, query);
  expect(found.positions.nodes).toEqual([{ version: 1, revisions: { totalCount: 0, nodes: [] } }]);
});

describe("a difference", () => {
  const cases: [name: string, before: object | null, after: object | null, expected: [string, unknown, unknown][]][] = [
    ["is none between equal entries", { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ["is none between objects written in another order", { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, []],
    [
      "is told by path",
      { z: 1, a: { b: { c: 1, d: 2 } } },
      { z: 2, a: { b: { c: 3, d: 2 } } },
      [
        ["a.b.c", 1, 3],
        ["z", 1, 2],
      ],
    ],
    [
      "is null where a field is not there",
      { a: 1 },
      { b: 2 },
      [
        ["a", 1, null],
        ["b", null, 2],
      ],
    ],
    ["tells a list whole, also for its order", { a: [1, 2] }, { a: [2, 1] }, [["a", [1, 2], [2, 1]]]],
    [
      "tells an object that takes another's place field by field",
      { a: { b: 1 } },
      { a: { c: 1 } },
      [
        ["a.b", 1, null],
        ["a.c", null, 1],
      ],
    ],
    [
      "tells a value that becomes an object",
      { a: 1 },
      { a: { b: 1 } },
      [
        ["a", 1, null],
        ["a.b", null, 1],
      ],
    ],
    [
      "from nothing is every field",
      null,
      { a: 0, b: false },
      [
        ["a", null, 0],
        ["b", null, false],
      ],
    ],
  ];
  test.each(cases)("%s", (_name, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected.map(([path, old, now]) => ({ path, before: old, after: now })));
  });
});
