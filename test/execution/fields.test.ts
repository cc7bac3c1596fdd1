import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import type { Database } from "../../src/db/database.js";
import { declarationOf } from "../../src/graphql/declared-fields.js";
import { askAs, wholeApi } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { laidOut } from "./laid-out.js";

/**
 * The SQL of every field that is more than a column is committed, a file for each type. The fields come from the schema, so a
 * field that is declared anew has none yet, and fails here. UPDATE_SQL=1 writes the files anew.
 */
const folder = new URL("sql/fields/", import.meta.url);

const { schema } = wholeApi();

const nobody = "00000000000000000000000000";
/** The arguments that a field needs, by the field's or the argument's name. */
const needed: Record<string, string> = {
  "Actor.agreementWith": 'slug: "china"',
  "Query.actor": 'slug: "russia"',
  "Query.agreementMatrix": "holders: { kinds: [STATE] }",
  "Query.draft": `id: "draft_${nobody}"`,
  "Query.heldProposals": 'by: [{ group: "nato", stances: [OPPOSES] }]',
  "Query.node": `id: "actor_${nobody}"`,
  "Query.nodes": `ids: ["actor_${nobody}", "topic_${nobody}"]`,
  "Query.position": `id: "position_${nobody}"`,
  "Query.positionCounts": "groupBy: [STANCE, HOLDER, SUBJECT, TOPIC]",
  "Query.savedQuestion": `id: "saved_question_${nobody}"`,
  "Query.search": 'query: "peace"',
  "Query.stanceMatrix": "holders: { kinds: [STATE] }",
  "Query.suggest": 'text: "peace"',
  of: "of: {}",
  slug: 'slug: "nothing"',
  with: "with: {}",
};

interface Place {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

const nameOf = ({ type, field }: Place): string => `${type.name}.${field.name}`;

function called(place: Place): string {
  const required = place.field.args.filter(isRequiredArgument);
  const values = needed[nameOf(place)] ?? required.map(({ name }) => needed[name]).join(", ");
  return values ? `${place.field.name}(${values})` : place.field.name;
}

/** The shortest way from the root to each type: fields from outside in, with `...` for a type within an interface or union. */
function waysToTypes(): Map<string, readonly string[]> {
  const query = schema.getQueryType();
  if (!query) throw new Error("The schema has no query");
  const ways = new Map<string, readonly string[]>([[query.name, []]]);
  for (const [name, way] of ways) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const [reached, ...steps] of stepsFrom({ type, field })) {
        if (!ways.has(reached)) ways.set(reached, [...way, ...steps]);
      }
    }
  }
  return ways;
}

/** The types that a field leads to, each with the steps to it. */
function stepsFrom(place: Place): [type: string, ...steps: string[]][] {
  const result = getNamedType(place.field.type);
  if (isObjectType(result)) return [[result.name, called(place)]];
  if (!isAbstractType(result)) return [];
  const step = (reached: GraphQLObjectType) =>
    nameOf(place) === "Query.node" ? `node(id: "${prefixOf(reached)}_${nobody}")` : called(place);
  return schema.getPossibleTypes(result).map((reached) => [reached.name, step(reached), `... on ${reached.name}`]);
}

/** How the global ids of a type begin. */
function prefixOf(type: GraphQLObjectType): string {
  const { id } = type.getFields();
  // Made of no argument and no context, as all ids of entities are.
  const sql = id && declarationOf(id)?.declare({}, undefined as never, undefined);
  if (sql?.kind !== "globalId" || typeof sql.prefix !== "string") throw new Error(`${type.name} has no global id`);
  return sql.prefix;
}

/** The least that can be selected of a field. */
function selection({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  if (!isObjectType(named)) return " { __typename }";
  const { id, nodes, ...others } = named.getFields();
  if (id) return " { id }";
  const [first] = Object.values(others);
  const inside = nodes ?? first;
  return inside ? ` { ${inside.name}${selection(inside)} }` : "";
}

const ways = waysToTypes();
const places: Place[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => ways.has(name))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
  // The id of every entity is made in the same way.
  .filter(({ field }) => declarationOf(field) !== undefined && field.name !== "id");
const types = [...new Set(places.map(({ type }) => type.name))].sort();

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  if (process.env.UPDATE_SQL) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

/** The field, asked on the shortest way, with its SQL. */
async function sqlOf(place: Place): Promise<string> {
  const way = ways.get(place.type.name) ?? [];
  const innermost = `${called(place)}${selection(place.field)}`;
  const query = `{ ${way.reduceRight((inside, step) => `${step} { ${inside} }`, innermost)} }`;
  const { statements, errors } = await askAs("ADMIN", database, query);
  expect({ query, errors }).toEqual({ query, errors: undefined });
  const sql = statements.filter((text) => text.includes('as "json"')).map(laidOut);
  // The fields of the root are put together elsewhere.
  if (way.length > 0) expect(sql.join()).toContain(`"${place.field.name}":`);
  return `-- ${nameOf(place)}: ${query}\n${sql.join(";\n\n")};\n`;
}

describe("the SQL of each declared field of", () => {
  test.each(types)("%s", async (type) => {
    const sections: string[] = [];
    for (const place of places) if (place.type.name === type) sections.push(await sqlOf(place));
    const file = new URL(`${type}.sql`, folder);
    const text = sections.join("\n");
    if (process.env.UPDATE_SQL) writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, "utf8") : `nothing: UPDATE_SQL=1 writes ${type}.sql`);
  });
});

test("no file is left of a type that is gone", () => {
  expect(readdirSync(folder).sort()).toEqual(types.map((type) => `${type}.sql`));
});

test("every type with declared fields is reached, but those of mutations and subscriptions", () => {
  const declared = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => type !== schema.getSubscriptionType())
    .filter((type) => Object.values(type.getFields()).some((field) => declarationOf(field)));
  expect(declared.map(({ name }) => name).filter((name) => !ways.has(name))).toEqual([]);
});
