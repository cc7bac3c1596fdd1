import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type ExecutionResult,
  execute,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
  validate,
} from "graphql";
import { executorOf } from "../../../src/graphql/execution/executor.js";
import { schema } from "./fixture.js";

const executor = executorOf(schema);
const cat = schema.getType("Cat") as GraphQLObjectType;
const seed = Number(process.env.OPERATIONS_SEED ?? 20_261_124);

type Told = { data: string | undefined; errors: readonly GraphQLFormattedError[] };

const told = ({ data, errors = [] }: ExecutionResult): Told => ({
  data: JSON.stringify(data),
  errors: errors.map((error) => error.toJSON()),
});

async function both(query: string, variables: Record<string, unknown>): Promise<{ ours: Told; theirs: Told }> {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const theirs = await execute({ schema, document, variableValues: variables, contextValue: {} });
  const ours = await executor({ document, operationName: undefined, variables, context: {} });
  return { ours: told(ours), theirs: told(theirs) };
}

/**
 * The same data, null for the same reasons: where several fields fail that cannot be null, it is the first in time that is
 * told, which may be another. Errors of fields that are null themselves are the same.
 */
function agree({ ours, theirs }: { ours: Told; theirs: Told }): void {
  expect(ours.data).toBe(theirs.data);
  const data: unknown = JSON.parse(theirs.data ?? "null");
  const nulls = ({ errors }: Told) => new Set(errors.map(({ path = [] }) => JSON.stringify(nullAbove(data, path))));
  const own = ({ errors }: Told) => errors.filter(({ path = [] }) => nullAbove(data, path).length === path.length);
  const sorted = (told: Told) =>
    own(told)
      .map((error) => JSON.stringify(error))
      .toSorted();
  expect(nulls(ours)).toEqual(nulls(theirs));
  expect(sorted(ours)).toEqual(sorted(theirs));
}

/** The path to what is null, and why a field beneath it has no value. */
function nullAbove(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let at = data;
  for (const [depth, key] of path.entries()) {
    if (at === null || typeof at !== "object") return path.slice(0, depth);
    at = (at as Record<string | number, unknown>)[key];
  }
  return path;
}

/** A selection of fields of `Cat`, some of which fail, with the conditions and fragments of the language. */
function selection(draw: fc.GeneratorValue, depth: number): string {
  const fields = Object.values(cat.getFields());
  const count = draw(fc.integer, { min: 1, max: 5 });
  const picked = Array.from({ length: count }, () => {
    const field = fields[draw(fc.nat, fields.length - 1)];
    if (!field) return "__typename";
    const directive = draw(fc.constantFrom, "", "", "", "@skip(if: $no)", "@include(if: $yes)", "@skip(if: true)");
    const alias = draw(fc.boolean) ? `a${draw(fc.nat, 99)}: ` : "";
    const named = getNamedType(field.type);
    if (field.name === "times") return `a${draw(fc.nat, 9)}x: times(by: $by)`;
    if (isLeafType(named)) return `${alias}${field.name} ${directive}`;
    const inner = depth > 0 ? selection(draw, depth - 1) : "{ level kind __typename }";
    if (isObjectType(named)) return `${alias}${field.name} ${directive} ${inner}`;
    const dog = draw(fc.boolean) ? "... on Dog { level odd }" : "... on Dog { level }";
    return `${alias}${field.name} ${directive} { __typename ... on Cat ${inner} ${dog} ... on Animal { level } }`;
  });
  return `{ ${picked.join(" ")} }`;
}

describe("answers as graphql-js does", () => {
  test(`to generated operations (OPERATIONS_SEED=${seed})`, async () => {
    const property = fc.asyncProperty(fc.gen(), async (draw) => {
      const root = draw(fc.constantFrom, "cat", "must");
      const query = `query ($yes: Boolean!, $no: Boolean!, $by: Int = 2) { __typename ${root} ${selection(draw, 2)} other: cat { level } }`;
      fc.pre(validate(schema, parse(query)).length === 0); // aliases may collide
      const variables = { yes: draw(fc.boolean), no: draw(fc.boolean), by: draw(fc.constantFrom, 3, undefined, null) };
      fc.pre(variables.by !== null || !query.includes("times"));
      agree(await both(query, variables));
    });
    await fc.assert(property, { seed, numRuns: 150, endOnFailure: true, interruptAfterTimeLimit: 20_000 });
  });

  test.each<[string, string, Record<string, unknown>]>([
    ["null for an argument that cannot be", "query ($by: Int = 2) { cat { times(by: $by) level } }", { by: null }],
    ["a variable that is missing", "query ($by: Int!) { cat { times(by: $by) } }", {}],
    [
      "variables of a wrong type",
      "query ($by: Int!, $b: Boolean!) { cat { times(by: $by) level @skip(if: $b) } }",
      { by: "x", b: 1 },
    ],
    ["a condition that is null", "query ($b: Boolean = true) { cat { level @skip(if: $b) } }", { b: null }],
    ["__proto__ as a name", "{ cat { __proto__: level constructor: kind } }", {}],
    ["a failing field that cannot be null at the top", "{ must { nowFailing_ } cat { level } }", {}],
    ["two that fail together", "{ cat { a: laterFailing_ b: laterFailing_ } }", {}],
    ["introspection", "{ __schema { queryType { name } } __typename }", {}],
    ["the types of one field", "{ cat { nowPets_later { ... on Cat { level } ... on Dog { odd } } } }", {}],
  ])("%s", async (_name, query, variables) => {
    agree(await both(query, variables));
  });

  test.each(["laterFailing_", "promiseFailing_", "knownNull_"])(
    "tells one error for one null: %s twice",
    async (field) => {
      const { ours, theirs } = await both(`{ cat { laterCat_ { a: ${field} b: ${field} } } }`, {});
      expect(ours).toEqual(theirs);
      expect(ours.errors.length).toBe(1);
    },
  );

  test("an operation that does not exist", async () => {
    const document = parse("query A { cat { level } } query B { cat { level } }");
    for (const operationName of [undefined, "C"]) {
      const ours = await executor({ document, operationName, variables: {}, context: {} });
      expect(ours).toEqual(await execute({ schema, document, operationName, contextValue: {} }));
    }
  });
});

test("the same document under other conditions is answered by those", async () => {
  const document = parse("query ($v: Boolean!) { cat { level @include(if: $v) kind } }");
  const answers = [true, false, true].map((v) =>
    executor({ document, operationName: undefined, variables: { v }, context: {} }),
  );
  expect((await Promise.all(answers)).map(({ data }) => JSON.stringify(data))).toEqual([
    '{"cat":{"level":0,"kind":"Cat"}}',
    '{"cat":{"kind":"Cat"}}',
    '{"cat":{"level":0,"kind":"Cat"}}',
  ]);
});
