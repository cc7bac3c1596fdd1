import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Server } from "../../src/server.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { runs } from "../support/runs.js";
import { ask, testServer } from "../support/server.js";

const count = runs(6);

const query = schema.getQueryType();

let server: Server;
beforeAll(async () => {
  server = await testServer({ schema, database: await testDatabase({ seeds: true }) });
});
afterAll(() => server.close());

type AnyField = GraphQLField<unknown, unknown>;

/** A condition that says nothing: as a document writes it, with variables that are not given. */
interface Hollow {
  readonly text: string;
  readonly variables: readonly string[];
}

/** A value of a nullable type that is no condition: null, a variable without a value, or an input of such values. */
function hollow(type: GraphQLInputType, depth: number): fc.Arbitrary<Hollow> {
  const nothing: fc.Arbitrary<Hollow>[] = [
    fc.constant({ text: "null", variables: [] }),
    fc.constant({ text: "$_", variables: [String(type)] }),
  ];
  if (isInputObjectType(type)) nothing.push(hollowInput(type, depth));
  const entry = isListType(type) && isNonNullType(type.ofType) ? type.ofType.ofType : undefined;
  if (isInputObjectType(entry) && entry.name.endsWith("Filter") && depth > 0 && !hasRequired(entry))
    nothing.push(
      fc.array(hollowInput(entry, depth - 1), { minLength: 1, maxLength: 3 }).map((some) => joined(some, "[", "]")),
    );
  return fc.oneof(...nothing);
}

function hollowInput(type: GraphQLInputObjectType, depth: number): fc.Arbitrary<Hollow> {
  const fields = Object.values(type.getFields()).filter((field) => !isNonNullType(field.type));
  if (depth === 0 || hasRequired(type)) return fc.constant({ text: "null", variables: [] });
  return fc
    .subarray(fields, { maxLength: Math.min(3, fields.length) })
    .chain((some) =>
      fc.tuple(
        ...some.map((field) =>
          hollow(field.type, depth - 1).map(({ text, variables }) => ({ text: `${field.name}: ${text}`, variables })),
        ),
      ),
    )
    .map((some) => joined(some, "{", "}"));
}

const hasRequired = (type: GraphQLInputObjectType): boolean =>
  Object.values(type.getFields()).some((field) => isNonNullType(field.type) && field.defaultValue === undefined);

function joined(parts: readonly Hollow[], open: string, close: string): Hollow {
  return {
    text: `${open} ${parts.map(({ text }) => text).join(", ")} ${close}`,
    variables: parts.flatMap(({ variables }) => variables),
  };
}

/** Where a field can be asked for: at the root, or under the first rows of a list. */
interface Place {
  readonly name: string;
  readonly field: AnyField;
  readonly argument: GraphQLArgument;
  around(text: string): string;
}

const isFilter = ({ type }: GraphQLArgument): boolean => isInputObjectType(type) && /(Filter|Range)$/.test(type.name);

function placesIn(fields: readonly AnyField[], type: string, around: Place["around"]): Place[] {
  return fields.flatMap((field) =>
    field.args
      .filter(isFilter)
      .map((argument) => ({ name: `${type}.${field.name}(${argument.name})`, field, argument, around })),
  );
}

const roots = Object.values(query?.getFields() ?? {}).filter(({ extensions }) => !("requiredRole" in extensions));
const places = [
  ...placesIn(roots, "Query", (text) => text),
  ...roots.flatMap((list) => {
    const connection = getNamedType(list.type);
    const row = isObjectType(connection) && connection.getFields().nodes;
    const type = row && getNamedType(row.type);
    if (!isObjectType(type) || ["holders", "heldProposals", "changes"].includes(list.name)) return [];
    return placesIn(
      Object.values(type.getFields()),
      type.name,
      (text) => `${list.name}(first: 3) { nodes { ${text} } }`,
    );
  }),
];

const required: Record<string, string> = {
  slug: '"russia"',
  groupBy: "[STANCE]",
  with: "{}",
  of: "{}",
  by: '[{ group: "nato", stances: [OPPOSES], share: ANY }]',
};

function fieldText({ field, argument }: Place, value: string | undefined): string {
  const others = field.args
    .filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
    .map((arg) => `${arg.name}: ${required[arg.name]}`);
  const all = [...others, ...(value === undefined ? [] : [`${argument.name}: ${value}`])];
  return `${field.name}${all.length > 0 ? `(${all.join(", ")})` : ""} ${selection(field)}`;
}

function selection(field: AnyField): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return "";
  if (type.name.endsWith("Connection")) return "{ totalCount edges { cursor } }";
  if (type.name === "StanceMatrix") return "{ rows { slug } cells { stance } }";
  const leaves = Object.values(type.getFields()).filter(
    (leaf) => isLeafType(getNamedType(leaf.type)) && leaf.args.length === 0,
  );
  return `{ ${leaves.map(({ name }) => name).join(" ")} }`;
}

async function answerOf(place: Place, given?: Hollow) {
  let number = 0;
  const text = given?.text.replaceAll("$_", () => `$v${number++}`);
  const definitions = given?.variables.map((type, index) => `$v${index}: ${type}`) ?? [];
  const variables = definitions.length > 0 ? `(${definitions.join(", ")})` : "";
  const { data, errors } = await ask(server, `query Asked${variables} { ${place.around(fieldText(place, text))} }`);
  return { data, errors: errors?.map(({ message }) => message) };
}

describe("what says nothing is no condition", () => {
  test.each(places.map((place) => [place.name, place] as const))("%s", async (_name, place) => {
    const without = await answerOf(place);
    if (without.errors) expect(without.errors).toEqual([expect.stringMatching(/matches more than/)]);
    const property = fc.asyncProperty(hollow(place.argument.type, 3), async (given) => {
      expect(await answerOf(place, given)).toEqual(without);
    });
    await fc.assert(property, { numRuns: count, seed: 20210126 });
  });

  test("for every filter of the API", () => {
    expect(places.length).toBeGreaterThan(40);
    expect(new Set(places.map(({ argument }) => getNamedType(argument.type).name)).size).toBeGreaterThanOrEqual(12);
  });
});

describe("beside a condition that says something", () => {
  const conditions: [field: string, type: string, condition: string][] = [
    ["actors", "ActorFilter", "kinds: [STATE]"],
    ["proposals", "ProposalFilter", 'text: { contains: "a" }'],
    ["statements", "StatementFilter", "speaker: { kinds: [PERSON] }"],
    ["policyActions", "PolicyActionFilter", "agent: { kinds: [STATE, GOVERNMENT] }"],
    ["sources", "SourceFilter", 'text: { contains: "a" }'],
    ["meetings", "MeetingFilter", 'text: { contains: "a" }'],
    ["positions", "PositionFilter", "stances: [SUPPORTS]"],
    ["rollCalls", "RollCallFilter", 'heldOn: { from: "2016-01-01" }'],
    ["stanceChanges", "StanceChangeFilter", "to: [SUPPORTS, OPPOSES]"],
  ];

  test.each(conditions)("%s", async (name, type, condition) => {
    const place = places.find((one) => one.name === `Query.${name}(where)`);
    const filter = schema.getType(type);
    if (!place || !isInputObjectType(filter)) throw new Error(`There is no filter ${type} of ${name}.`);
    const alone = await answerOf(place, { text: `{ ${condition} }`, variables: [] });
    expect(alone.errors).toBeUndefined();
    const property = fc.asyncProperty(hollowInput(filter, 3), async ({ text, variables }) => {
      const member = { text: `{ or: [{ ${condition} }, ${text}], not: null }`, variables };
      expect(await answerOf(place, member)).toEqual(alone);
      const nested = { text: `{ not: { not: { ${condition} }, or: [${text}] } }`, variables };
      expect(await answerOf(place, nested)).toEqual(alone);
    });
    await fc.assert(property, { numRuns: count, seed: 20210126 });
  });
});
