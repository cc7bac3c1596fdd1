import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type ExecutionResult, execute, parse } from "graphql";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { executorOf } from "../../src/execution/executor.js";
import { JsonText } from "../../src/execution/json-text.js";
import { operationCheck } from "../../src/operations/check-operation.js";
import { lookUpIn } from "../../src/operations/look-up.repository.js";
import { wholeApi } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { type Operation, operations } from "../support/operations.js";
import { type Pool, poolOf } from "../support/operations-pool.js";
import { retractSome } from "../support/retract-some.js";
import { runs } from "../support/runs.js";

/** Other operations, or more of them: OPERATIONS_SEED=7 TEST_RUNS=20. */
const seed = Number(process.env.OPERATIONS_SEED ?? 20210126);
const count = runs(350);

const { schema, answering } = wholeApi();
const executor = executorOf(schema);
const check = operationCheck(schema);
const roots = Object.keys(schema.getQueryType()?.getFields() ?? {});

let database: Database;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  pool = await poolOf(schema, async (query) => {
    const { data, errors } = await byGraphqlJs({ query, variables: {}, headers: {} });
    if (errors) throw new Error(`What is on record could not be read: ${JSON.stringify(errors)}`);
    return data;
  });
  await retractSome(database);
});

type Question = Pick<Operation, "query" | "variables" | "headers">;

const contextOf = ({ headers }: Question) => {
  const knownAt = headers["standpoint-known-at"];
  return {
    database: knownAt === undefined ? database : database.asKnownAt(knownAt),
    asOf: headers["standpoint-as-of"],
    knownAt,
    requestId: "test",
    log: pino({ level: "silent" }),
    loaders: new Map(),
    answering,
    webhookNetworks: [],
  };
};

async function byGraphqlJs(question: Question): Promise<ExecutionResult> {
  const { query, variables } = question;
  return execute({ schema, document: parse(query), variableValues: variables, contextValue: contextOf(question) });
}

async function byEngine(question: Question): Promise<ExecutionResult> {
  const { query, variables } = question;
  return executor({ document: parse(query), operationName: undefined, variables, context: contextOf(question) });
}

/** Arguments are checked before anything is executed; and whether a moment has a history is not seen before. */
async function isRefused({ query, variables, headers }: Question): Promise<boolean> {
  const errors = await check({ document: parse(query), variables }, { lookUp: lookUpIn(database, undefined) });
  return errors.length > 0 || headers["standpoint-known-at"] === "2026-01-01T00:00:00Z";
}

let inSql = 0;
let all = 0;
test.each(roots)("Query.%s", async (root) => {
  const property = fc.asyncProperty(operations(schema, pool, root), async (operation) => {
    if (await isRefused(operation)) return;
    const expected = await byGraphqlJs(operation);
    const found = await byEngine(operation);
    all += 1;
    if (found.data instanceof JsonText) inSql += 1;
    expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
    expect(found.errors?.length ?? 0).toBe(expected.errors?.length ?? 0);
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
  const [expected, found] = [await byGraphqlJs(question), await byEngine(question)];
  expect(found.errors).toBeUndefined();
  expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
});

test("all are answered by SQL", () => {
  expect(inSql).toBe(all);
  expect(all).toBeGreaterThan(count / 4);
});
