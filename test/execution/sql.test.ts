import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { ask } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { laidOut } from "./laid-out.js";

/**
 * The SQL of a question of each sort, and of the standard questions, is committed, so that a review shows how it changes.
 * UPDATE_SQL=1 writes the files anew.
 */
const folder = new URL("sql/", import.meta.url);
const questions = new URL("../../questions/", import.meta.url);

const sorts: [name: string, query: string][] = [
  ["an-entity-by-its-slug", '{ proposal(slug: "two-state-solution") { id title recordedAt } }'],
  ["a-reference", "{ rollCalls(first: 2) { nodes { proposal { slug } } } }"],
  ["a-union", "{ positions(first: 2) { nodes { subject { __typename ... on Proposal { title } } } } }"],
  [
    "links",
    '{ proposal(slug: "two-state-solution") { sponsors { name } participants(roles: [HOST]) { actor { name } } } }',
  ],
  [
    "a-list-with-pages",
    '{ actor(slug: "russia") { positions(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { stance } } } }',
  ],
  ["edges-from-the-end", "{ sources(last: 2) { edges { cursor node { title } } } }"],
  [
    "another-moment",
    '{ proposal(slug: "two-state-solution") { positions(knownAt: "2100-01-01T00:00:00Z") { totalCount } } }',
  ],
  ["a-computed-value", "{ sources(first: 1) { nodes { revisions(first: 1) { nodes { changes { path } } } } } }"],
  ["agreement", '{ actor(slug: "russia") { agreementWith(slug: "china") { shared agreed score } } }'],
  [
    "a-matrix",
    "{ stanceMatrix(holders: { kinds: [STATE] }) { rows { name } columns { __typename } cells { stance } } }",
  ],
  ["counts", "{ positionCounts(groupBy: [STANCE, YEAR]) { stance year count } }"],
  ["stance-counts", '{ proposal(slug: "two-state-solution") { stanceCounts { stance count } } }'],
  ["a-search", '{ search(query: "peace", first: 2) { nodes { ... on Proposal { title } } } }'],
  ["suggestions", '{ suggest(text: "isr", first: 2) { text result { ... on Actor { name } } } }'],
  ["the-feed", "{ changes(first: 2) { nodes { cursor entityId entity { id } } } }"],
];
const standard = readdirSync(questions)
  .filter((file) => file.endsWith(".graphql"))
  .map((file): [string, string] => [`question-${file.slice(0, 2)}`, readFileSync(new URL(file, questions), "utf8")]);

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
});

test.each([...sorts, ...standard])("%s", async (name, query) => {
  const { statements, errors } = await ask(database, query);
  expect(errors).toBeUndefined();
  // What is looked up before the question is executed is another's affair.
  const sql = statements.filter((text) => text.includes('as "json"')).map(laidOut);
  const file = new URL(`${name}.sql`, folder);
  const text = `${sql.join(";\n\n")};\n`;
  if (process.env.UPDATE_SQL) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
});
