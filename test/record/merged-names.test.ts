import { beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "graphql";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { executorOf } from "../../src/execution/executor.js";
import { readsRowIn, subgraphSchema } from "../../src/federation/subgraph.js";
import { entityKeyField } from "../../src/graphql/entity-key.js";
import { exportDossier } from "../../src/import/dossier/index.js";
import { modules } from "../../src/modules/index.js";
import { globalId } from "../../src/record/global-id.js";
import { importTexts, problemsOf, total } from "../import/dossier/import-text.js";
import { answer, ask, askAs, contextOf } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { merge, recordValleys, valleys } from "./merge-kit.js";

/** "vale" was merged into "the-valley", and that into "valley". */
let database: Database;
const ids = new Map<string, string>();
const id = (slug: string): string => ids.get(slug) ?? "";
beforeAll(async () => {
  database = await testDatabase();
  await recordValleys(database);
  const rows = await database.query<{ id: string; slug: string }>(sql`select id, slug from "Actor"`);
  for (const row of rows) ids.set(row.slug, globalId("actor", row.id));
  expect((await merge(database, "vale", "the-valley")).errors).toEqual([]);
  expect((await merge(database, id("the-valley"), "valley", { mergeVersion: 2 })).errors).toEqual([]);
});

const valley = { slug: "valley" };

describe("who was merged is found as the survivor", () => {
  test.each<[string, string, unknown]>([
    ["a slug", '{ found: actor(slug: "the-valley") { slug } }', valley],
    ["a slug, over two merges", '{ found: actor(slug: "vale") { slug } }', valley],
    [
      "slugs in a filter",
      '{ found: actors(where: { slugs: ["vale", "hill"] }) { totalCount nodes { slug } } }',
      { totalCount: 2, nodes: [{ slug: "hill" }, valley] },
    ],
    [
      "what is not this actor",
      '{ found: actors(where: { not: { slugs: ["vale"] }, kinds: [STATE] }) { nodes { slug } } }',
      { nodes: [{ slug: "hill" }] },
    ],
    [
      "a code",
      '{ found: actors(where: { codes: [{ scheme: WIKIDATA, values: ["Q902"] }] }) { nodes { slug } } }',
      { nodes: [valley] },
    ],
    ["a name", '{ found: actors(where: { name: { equals: "the valley" } }) { nodes { slug } } }', { nodes: [valley] }],
    [
      "search",
      '{ found: search(query: "vale", kinds: [ACTOR]) { nodes { ... on Actor { slug } } } }',
      { nodes: [valley] },
    ],
    ["a body", '{ found: rollCalls(where: { body: "the-valley" }) { nodes { slug } } }', { nodes: [{ slug: "vote" }] }],
    ["a mention", '{ found: statements(where: { mentions: ["the-valley"] }) { totalCount } }', { totalCount: 2 }],
    ["a holder", '{ found: positions(where: { holder: { slugs: ["vale"] } }) { totalCount } }', { totalCount: 3 }],
    ["a member", '{ found: actors(where: { memberOf: "union" }) { nodes { slug } } }', { nodes: [valley] }],
  ])("by %s", async (_what, question, found) => {
    expect(await answer(database, question)).toEqual({ found });
  });

  test("by its members", async () => {
    const where = '{ found: actors(where: { memberOf: "SLUG" }) { nodes { slug } } }';
    await askAs(
      "EDITOR",
      database,
      `mutation { recordAffiliation(input: { member: "hill", organization: "vale", kind: MEMBERSHIP }) { errors { message } } }`,
    );
    const found = { nodes: [{ slug: "hill" }] };
    expect(await answer(database, where.replace("SLUG", "vale"))).toEqual({ found });
    expect(await answer(database, where.replace("SLUG", "valley"))).toEqual({ found });
  });

  test("by its id", async () => {
    const question =
      "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id ... on Actor { slug } } }";
    const wanted = [id("vale"), id("hill"), id("valley")];
    expect(await answer(database, question, { id: id("the-valley"), ids: wanted })).toEqual({
      node: { id: id("valley") },
      nodes: [
        { id: id("valley"), slug: "valley" },
        { id: id("hill"), slug: "hill" },
        { id: id("valley"), slug: "valley" },
      ],
    });
  });

  test("by a gateway", async () => {
    const module = modules.find(({ name }) => name === "actors");
    if (!module) throw new Error("There is no module of actors");
    const { data } = await executorOf(subgraphSchema(schema, modules, module))({
      document: parse("query ($of: [_Any!]!) { _entities(representations: $of) { ... on Actor { id name } } }"),
      operationName: undefined,
      variables: {
        of: [
          { __typename: "Actor", [entityKeyField]: id("vale") },
          { __typename: "Actor", [entityKeyField]: id("the-valley") },
        ],
      },
      context: { ...contextOf(database), readsRow: readsRowIn(schema, modules, module) },
    });
    const found = { id: id("valley"), name: "Valley" };
    expect(JSON.parse(JSON.stringify(data))).toEqual({ _entities: [found, found] });
  });
});

test("an actor tells what was merged into it, its names and codes", async () => {
  const question = `{ actor(slug: "valley") {
    name names { value kind } codes { scheme value } mergedFrom { id slug name version reason }
  } actors(where: { kinds: [STATE] }) { totalCount } }`;
  expect(await answer(database, question)).toEqual({
    actor: {
      name: "Valley",
      names: [
        { value: "Republic of the Valley", kind: "OFFICIAL" },
        { value: "The Valley", kind: "ALIAS" },
        { value: "VALLEY REP.", kind: "AS_PRINTED" },
        { value: "Vale", kind: "ALIAS" },
      ],
      // 902 is the other's in a scheme in which this one has a code of its own.
      codes: [
        { scheme: "M49", value: "901" },
        { scheme: "WIKIDATA", value: "Q902" },
      ],
      mergedFrom: [
        { id: id("the-valley"), slug: "the-valley", name: "The Valley", version: 3, reason: "They are one." },
        { id: id("vale"), slug: "vale", name: "Vale", version: 2, reason: "They are one." },
      ],
    },
    actors: { totalCount: 2 },
  });
});

test("looking somebody up takes one statement, also where they were merged", async () => {
  const question = "query ($slug: String!) { actor(slug: $slug) { slug } }";
  const statementsFor = async (slug: string) => (await ask(database, question, { slug })).statements.length;
  expect([await statementsFor("hill"), await statementsFor("nobody"), await statementsFor("vale")]).toEqual([1, 1, 1]);
});

test("what was merged into many actors takes one statement", async () => {
  const { data, statements } = await ask(database, "{ actors { nodes { mergedFrom { slug } } } }");
  expect(data.actors.nodes.length).toBeGreaterThan(4);
  expect(statements).toHaveLength(1);
});

describe("what is recorded of who was merged is recorded of the survivor", () => {
  test.each([
    ["slug", "vale"],
    ["id", ""],
  ])("named by %s", async (how, slug) => {
    const source = `mutation ($input: RecordStatementInput!) { recordStatement(input: $input) {
      statement { speaker { slug } mentions { ... on Actor { slug } } } errors { path message } } }`;
    const named = slug || id("the-valley");
    const input = {
      ...{
        slug: `by-${how}`,
        speaker: named,
        delivery: "SPOKEN",
        madeOn: "2022",
        summary: "Something.",
        sources: ["gazette"],
      },
      mentions: [{ actor: "valley" }, { actor: named }, { proposal: "mill" }],
    };
    const { data } = await askAs("EDITOR", database, source, { input });
    expect(data.recordStatement).toEqual({ statement: { speaker: valley, mentions: [valley, {}] }, errors: [] });
  });

  test("a dossier from before says the same, but for the records that are no more", async () => {
    const told = (await problemsOf(database, valleys)).map((text) => text.replace(/^\S+ /, ""));
    const twice = /^(affiliations|positions)\[\d+\]: is the same as .* at a\.yaml:\d+/;
    expect(told.filter((text) => !twice.test(text))).toEqual([
      'actors[1].slug: was merged into "valley"\n    Remove the entry, and refer to `valley` instead',
      'actors[2].slug: was merged into "valley"\n    Remove the entry, and refer to `valley` instead',
      'affiliations[7].organization: "valley" cannot be affiliated with itself\n    Use two different actors',
      "rollCalls[1].absences[1]: is listed twice\n    Remove one of the two",
    ]);
    // Two offices or memberships and two votes, of three records of one state.
    expect(told).toHaveLength(9);
  });

  test("a dossier that names an old slug in passing changes nothing", async () => {
    const statement =
      "{ slug: said, speaker: NAME, delivery: SPOKEN, madeOn: 2022, summary: Said., sources: [gazette] }";
    const position =
      "{ holder: NAME, subject: dam, stance: OPPOSES, basis: STATEMENT, since: 2022, evidence: { statement: said } }";
    const text = (name: string) =>
      `dossier: 1\ntitle: T\nstatements: [${statement}]\npositions: [${position}]\n`.replaceAll("NAME", name);
    expect(total(await importTexts(database, text("vale")))).toEqual({ recorded: 2, revised: 0, unchanged: 0 });
    expect(total(await importTexts(database, text("the-valley")))).toEqual({ recorded: 0, revised: 0, unchanged: 2 });
    expect(total(await importTexts(database, text("valley")))).toEqual({ recorded: 0, revised: 0, unchanged: 2 });
  });

  test("an export names the survivor, and can be imported", async () => {
    const text = await exportDossier(database);
    expect(text).not.toMatch(/: (the-valley|vale)$/m);
    const { recorded, revised } = total(await importTexts(await testDatabase(), text));
    expect([recorded > 30, revised]).toEqual([true, 0]);
  });
});
