import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type ExecutionResult, parse } from "graphql";
import type { Viewer } from "../../src/auth/viewer.js";
import type { Database } from "../../src/db/database.js";
import { JsonText } from "../../src/execution/json-text.js";
import { lookUpIn } from "../../src/operations/check/look-up.repository.js";
import { contextOf, wholeApi } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { type Operation, operations } from "../support/operations.js";
import { type Pool, poolOf } from "../support/operations-pool.js";
import { retractSome } from "../support/retract-some.js";
import { runs } from "../support/runs.js";
import { separately } from "./separately.js";

/** Other operations, or more of them: OPERATIONS_SEED=7 TEST_RUNS=20. */
const seed = Number(process.env.OPERATIONS_SEED ?? 20210126);
const count = runs(160);

const { schema, check, execute } = wholeApi();
const roots = Object.keys(schema.getQueryType()?.getFields() ?? {});

let database: Database;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  pool = await poolOf(schema, async (query) => {
    const { data, errors } = await byEngine({ query, variables: {}, headers: {} });
    if (errors) throw new Error(`What is on record could not be read: ${JSON.stringify(errors)}`);
    return data;
  });
  await retractSome(database);
});

type Question = Pick<Operation, "query" | "variables" | "headers">;

const editor: Viewer = { role: "EDITOR", author: "key:editor" };

async function byEngine({ query, variables, headers }: Question, viewer?: Viewer): Promise<ExecutionResult> {
  const context = contextOf(database, {
    asOf: headers["standpoint-as-of"],
    knownAt: headers["standpoint-known-at"],
    viewer,
  });
  const { data, errors } = await execute({ document: parse(query), operationName: undefined, variables, context });
  return { data: data instanceof JsonText ? data.toJSON() : data, errors };
}

const bySeparateQuestions = ({ query, variables, headers }: Question, viewer?: Viewer): Promise<ExecutionResult> =>
  separately(schema, (one) => byEngine({ query: one, variables, headers }, viewer))(query, variables);

/** Arguments are checked before anything is executed; and whether a moment has a history is not seen before. */
async function isRefused({ query, variables, headers }: Question): Promise<boolean> {
  const errors = await check({ document: parse(query), variables }, { lookUp: lookUpIn(database, undefined) });
  return errors.length > 0 || headers["standpoint-known-at"] === "2026-01-01T00:00:00Z";
}

let compared = 0;
test.each(roots)("Query.%s", async (root) => {
  const property = fc.asyncProperty(operations(schema, pool, root), fc.boolean(), async (operation, isEditor) => {
    if (await isRefused(operation)) return;
    const viewer = isEditor ? editor : undefined;
    const found = await byEngine(operation, viewer);
    const text = JSON.stringify(found.data);
    // Megabytes take as many questions, and show nothing that a shorter answer would not.
    if (text?.length > 200_000) return;
    const expected = await bySeparateQuestions(operation, viewer);
    compared += 1;
    expect(text).toBe(JSON.stringify(expected.data));
    const paths = ({ errors = [] }: ExecutionResult) => errors.map(({ path }) => path?.join(".")).sort();
    expect(paths(found)).toEqual(paths(expected));
  });
  await fc.assert(property, {
    seed: seed + roots.indexOf(root),
    numRuns: Math.ceil(count / roots.length),
    interruptAfterTimeLimit: 25_000,
  });
});

test.each<[string, string, Record<string, unknown>?]>([
  ["introspection beside a field", "{ __schema { queryType { name } } topics { name } }"],
  ["aliases that are names of fields and keys", "{ topics { id: slug uid: id __proto__: name slug: __typename } }"],
  [
    "a field of several fragments",
    "{ topics { ...A ...B } } fragment A on Topic { proposals(first: 1) { nodes { id } } } fragment B on Topic { proposals(first: 1) { totalCount nodes { title } } }",
  ],
  ["a root field that is skipped", "query ($no: Boolean!) { topics @skip(if: $no) { name } __typename }", { no: true }],
  [
    "an interface and its types",
    '{ actor(slug: "russia") { ... on Node { id } ... on Actor { name ... on Node { x: id } } } }',
  ],
  [
    "two moments",
    '{ proposal(slug: "two-state-solution") { a: positions(knownAt: "2100-01-01T00:00:00Z") { totalCount nodes { id holder { name } } } b: positions { totalCount } } }',
  ],
])("%s", async (_name, query, variables = {}) => {
  const question = { query, variables, headers: {} };
  const [expected, found] = [await bySeparateQuestions(question), await byEngine(question)];
  expect(found.errors).toBeUndefined();
  expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
});

test("most operations are not refused", () => {
  expect(compared).toBeGreaterThan(count / 4);
});
