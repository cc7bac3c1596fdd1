import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type GraphQLNamedType, getNamedType, isAbstractType, isObjectType } from "graphql";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { schema } from "../support/once/schema.js";
import { type Operation, operations } from "../support/operations.js";
import { type Pool, poolOf } from "../support/operations-pool.js";
import { type AskGateway, cannotMerge, isTaken, otherGateway } from "../support/other-gateway.js";
import { retractSome } from "../support/retract-some.js";
import { runs } from "../support/runs.js";
import { type Answer, ask } from "../support/server.js";

/** Other operations, or more of them: OPERATIONS_SEED=7 TEST_RUNS=15. */
const seed = Number(process.env.OPERATIONS_SEED ?? 20161223);
const count = runs(320);

const roots = Object.keys(schema.getQueryType()?.getFields() ?? {});
const folder = new URL("../../questions/", import.meta.url);
const questions = readdirSync(folder).filter((name) => name.endsWith(".graphql"));

let deployments: Deployments;
let pool: Pool;
const credentials: Record<string, { authorization?: string }> = { anonymous: {} };
beforeAll(async () => {
  const database = await testDatabase({ seeds: true });
  deployments = await startDeployments(database);
  pool = await poolOf(schema, async (query) => {
    const { data, errors } = await ask(deployments.single, query);
    if (errors) throw new Error(`What is on record could not be read: ${JSON.stringify(errors)}`);
    return data;
  });
  await retractSome(database);
  credentials.editor = (await apiKey(database, "EDITOR")).headers;
});

/** Asks both deployments, and holds the gateway's answer against the single process's. */
async function askBoth({ query, ...question }: Pick<Operation, "query" | "variables" | "headers">): Promise<Answer> {
  const [single, gateway] = await Promise.all([
    ask(deployments.single, query, question),
    ask(deployments.gateway, query, question),
  ]);
  expect(shown(gateway)).toEqual(shown(single));
  expect(JSON.stringify(gateway.data)).toBe(JSON.stringify(single.data)); // fields in the same order, too
  return single;
}

/** All of an answer that clients see; of several errors, GraphQL leaves the order open. */
function shown({ status, data, errors = [], extensions }: Answer) {
  const texts = errors.map((error) => JSON.stringify({ code: error.extensions?.code, ...error })).sort();
  return { status, data, extensions, errors: texts.map((text) => JSON.parse(text)) };
}

test.each(questions)("%s", async (file) => {
  const query = readFileSync(new URL(file, folder), "utf8");
  const { errors = [] } = await askBoth({ query, variables: {}, headers: {} });
  // The questions on votes name resolutions that are not in the dossiers.
  expect(errors.filter(({ message }) => !/has never existed/.test(message))).toEqual([]);
});

const refused = "first: 1000";
const found: [string, string, Record<string, unknown>?][] = [
  [
    "a field twice, once skipped",
    'query ($v: Boolean!) { actor(slug: "russia") { name @skip(if: $v) name } }',
    { v: true },
  ],
  [
    "a field of an entity twice, once left out",
    `query ($v: Boolean!) { actor(slug: "russia") { positions { pageInfo { endCursor @include(if: $v) } pageInfo { endCursor } } } }`,
    { v: false },
  ],
  [
    "all that is asked is skipped",
    '{ actor(slug: "russia") { name @skip(if: true) positions { nodes @skip(if: true) { id } } } }',
  ],
  ["a condition that is null", "query ($v: Boolean = true) { topics { name @skip(if: $v) } }", { v: null }],
  [
    "a field that fails beside another of its module",
    "{ rollCalls { nodes { slug } } some: holders(where: {}) { totalCount } }",
  ],
  ["a field that fails in each row", `{ actors(first: 2) { nodes { contradictions(${refused}) { totalCount } } } }`],
  [
    "a field that fails beside another of its entity",
    `{ actor(slug: "russia") { positions { totalCount } statements(${refused}) { totalCount } } }`,
  ],
  [
    "a field that fails in one of two",
    `{ a: actor(slug: "china") { name statements(${refused}) { totalCount } } b: actor(slug: "china") { statements { totalCount } } }`,
  ],
  [
    "a field that fails beneath another entity",
    `{ positions(first: 3) { nodes { through { slug statements { nodes { speaker { positions(${refused}) { totalCount } } } } } } } }`,
  ],
];

test.each(found)("%s", async (_name, query, variables = {}) => {
  await askBoth({ query, variables, headers: {} });
});

const callers = ["anonymous", "editor"];
/** Shrinking a failure stops there, and what was found is told. */
const property = { interruptAfterTimeLimit: runs(25_000), markInterruptAsFailure: true };
const patience = runs(60_000);

describe(`generated operations (OPERATIONS_SEED=${seed})`, () => {
  const asked: { operation: Operation; answer: Answer }[] = [];
  const cases = callers.flatMap((caller) => roots.map((root) => [caller, root] as const));

  test.each(cases)(
    "%s: Query.%s",
    async (caller, root) => {
      const equal = fc.asyncProperty(operations(schema, pool, root), async (operation) => {
        const headers = { ...operation.headers, ...credentials[caller] };
        asked.push({ operation, answer: await askBoth({ ...operation, headers }) });
      });
      const own = seed + cases.findIndex((one) => one[0] === caller && one[1] === root);
      await fc.assert(equal, { ...property, seed: own, numRuns: Math.ceil(count / cases.length) });
    },
    patience,
  );

  test("ask for all of the schema, in all ways of the language, and are mostly answered", () => {
    const all = [...questionTypes()].flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
    );
    const fields = new Set(asked.flatMap(({ operation }) => [...operation.fields]));
    expect(all.filter((field) => !fields.has(field)).length).toBeLessThan(all.length * 0.03);

    const features = asked.flatMap(({ operation }) => [...operation.features]);
    expect(used.filter((feature) => !features.includes(feature))).toEqual([]);
    // About a quarter: what is drawn changes with every type that the schema gets.
    const refused = asked.filter(({ answer }) => answer.errors).length / asked.length;
    expect(refused).toBeGreaterThan(0.03);
    expect(refused).toBeLessThan(0.4);
  });
});

/** The types that questions lead to, and those that only mutations answer with are not among. */
function questionTypes(): Set<GraphQLNamedType> {
  const found = new Set<GraphQLNamedType>();
  const waiting: (GraphQLNamedType | null | undefined)[] = [schema.getQueryType()];
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (found.has(type)) continue;
    found.add(type);
    if (isAbstractType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (isObjectType(type)) waiting.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
  }
  return found;
}

/** Each of what the generator can do. */
const used = [
  ...[
    "variable",
    "default of a variable",
    "alias",
    "misleading alias",
    "swapped names",
    "merged field",
    "directive",
    "__typename",
    "Standpoint-As-Of",
    "Standpoint-Known-At",
  ],
  ...["null", "empty filter", "variable without a value"],
  ...["named fragment", "fragment used twice", "inline fragment", "fragment on an interface", "union", "interface"],
  ...["forward", "backward", "cursor"],
  ...["slug", "unknown", "id", "page", "pages", "cursor", "list", "variable"].map((fault) => `fault: ${fault}`),
];

describe("another gateway, from the supergraph alone", () => {
  let gateway: AskGateway;
  beforeAll(() => {
    gateway = otherGateway(deployments.subgraphUrls);
  });

  test.each(roots)(
    "Query.%s",
    async (root) => {
      const arbitrary = operations(schema, pool, root, (alias) => !isTaken(alias));
      const equal = fc.asyncProperty(arbitrary, async ({ query, features, ...question }) => {
        if (cannotMerge.every((feature) => features.has(feature))) return;
        const { data, errors } = await ask(deployments.single, query, question);
        // What is refused as a whole is the affair of what stands before a gateway.
        if (!errors) expect(await gateway(query, question)).toEqual({ data });
      });
      await fc.assert(equal, {
        ...property,
        seed: seed + roots.indexOf(root),
        numRuns: Math.ceil(count / roots.length),
      });
    },
    patience,
  );
});
