import { beforeAll, describe, expect, test } from "@jest/globals";
import { type GraphQLField, getNamedType, isListType, isNonNullType, isObjectType, isUnionType } from "graphql";
import type { Database } from "../../src/db/database.js";
import { raw, type Sql, sql } from "../../src/db/sql.js";
import type { EntityTable } from "../../src/graphql/entity-table.js";
import { modules } from "../../src/modules/index.js";
import { globalId } from "../../src/record/global-id.js";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { retractSome } from "../support/retract-some.js";

const tables = modules.flatMap((module) => module.entities);
const isEntity = (name: string): boolean => tables.some((table) => table.name === name);

/** A field of the root or of an entity that lists entities. */
interface List {
  /** "Proposal.statements" */
  readonly name: string;
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** The type of its rows: an entity's or a union of some. */
  readonly rows: string;
  readonly kind: "connection" | "plain";
  readonly retractable: boolean;
}

/** Every one that the schema has. */
const lists: List[] = ["Query", ...tables.map(({ name }) => name)].flatMap((parent) =>
  fieldsOf(parent).flatMap((field): List[] => {
    const rows = rowsOf(field);
    if (rows === undefined || field.name === "nodes") return []; // `nodes` is no list: it finds what is named
    const kind = getNamedType(field.type).name.endsWith("Connection") ? "connection" : "plain";
    const retractable = field.args.some(({ name }) => name === "includeRetracted");
    return [{ name: `${parent}.${field.name}`, parent, field, rows, kind, retractable }];
  }),
);

function fieldsOf(name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}

function rowsOf({ type }: GraphQLField<unknown, unknown>): string | undefined {
  const bare = isNonNullType(type) ? type.ofType : type;
  const nodes = fieldsOf(getNamedType(type).name).find(({ name }) => name === "nodes");
  const rows = nodes ? getNamedType(nodes.type) : isListType(bare) && getNamedType(bare);
  if (!rows) return undefined;
  const all = isUnionType(rows) ? rows.getTypes().map(({ name }) => name) : [rows.name];
  return all.every(isEntity) ? rows.name : undefined;
}

/** What is asked of lists that cannot be asked nothing. */
const asked: Record<string, string> = {
  search: 'query: "conference"',
  holders: "where: {}",
  heldProposals: 'by: [{ group: "nato", stances: [SUPPORTS, OPPOSES, ABSTAINS], share: ANY }]',
  agreements: "with: {}",
  alignments: "with: {}",
};

interface Row {
  id: string;
  retractedAt?: string | null;
}

/** The rows of a list beneath each of its parents, by the parent's id. Fails where a link from a row is broken. */
async function read({ parent, field, rows, kind }: List, args = ""): Promise<Map<string, Row[]>> {
  const given = [asked[field.name], kind === "connection" && "first: 500", args].filter(Boolean).join(", ");
  const row = `... on Node { id } ${isEntity(rows) ? `retractedAt ${linksOf(rows)}` : retractedAtOf(rows)}`;
  const list = `list: ${field.name}${given && `(${given})`} { ${kind === "connection" ? `totalCount nodes { ${row} }` : row} }`;
  const rowsIn = (found: Row[] | { totalCount: number; nodes: Row[] }): Row[] => {
    if (Array.isArray(found)) return found;
    expect(found.nodes).toHaveLength(Math.min(found.totalCount, 500));
    return found.nodes;
  };
  if (parent === "Query") return new Map([["", rowsIn((await answer(database, `{ ${list} }`)).list)]]);
  const read = new Map<string, Row[]>();
  const ids = parents.get(parent) ?? [];
  for (let start = 0; start < ids.length; start += 100) {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${parent} { ${list} } } }`;
    const { nodes } = await answer(database, query, { ids: ids.slice(start, start + 100) });
    for (const node of nodes) if (node) read.set(node.id, rowsIn(node.list));
  }
  return read;
}

/** When what a union stands for was retracted. */
function retractedAtOf(union: string): string {
  const type = schema.getType(union);
  return isUnionType(type)
    ? type
        .getTypes()
        .map(({ name }) => `... on ${name} { retractedAt }`)
        .join(" ")
    : "";
}

/** The fields of an entity that lead to another, as they are asked for. */
function linksOf(name: string): string {
  return fieldsOf(name)
    .filter(({ args, type }) => args.length === 0 && !isListType(isNonNullType(type) ? type.ofType : type))
    .filter(({ type }) => isEntity(getNamedType(type).name) || isUnionType(getNamedType(type)))
    .map((field) => `${field.name} { ... on Node { id } }`)
    .join(" ");
}

let database: Database;
/** The ids of all entities, by type. */
const parents = new Map<string, string[]>();
const before = new Map<string, Map<string, Row[]>>();
const gone = new Set<string>();

const idsOf = async ({ name, prefix }: EntityTable, where: "all" | "retracted"): Promise<string[]> => {
  const condition = where === "all" ? sql`true` : sql`"retractedAt" is not null`;
  const rows = await database.query<{ id: string }>(sql`select id from ${raw(`"${name}"`)} where ${condition}`);
  return rows.map(({ id }) => globalId(prefix, id));
};

/** Retracts every third: of what has no slug, and of what there are few of. */
async function retractMore(table: string, which: Sql): Promise<void> {
  const name = raw(`"${table}"`);
  await database.query(sql`update ${name} set "retractedAt" = now(), "retractionReason" = 'It was wrong.' where id in (
    select id from (select id, row_number() over (order by id) as number from ${name} where ${which}) t where number % 3 = 0)`);
}

beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  for (const table of tables) parents.set(table.name, await idsOf(table, "all"));
  for (const list of lists) before.set(list.name, await read(list));
  await retractSome(database);
  for (const table of ["Position", "Topic", "Meeting", "Statement"]) await retractMore(table, sql`true`);
  await retractMore("Affiliation", sql`kind <> 'MEMBERSHIP'`); // `members` tells actors, who are no members without it
  for (const table of tables) for (const id of await idsOf(table, "retracted")) gone.add(id);
});

const idsIn = (rows: readonly Row[] = []): string[] => rows.map(({ id }) => id).sort();
const all = lists.map((list): [string, List] => [list.name, list]);

describe("what is retracted", () => {
  /** Of longer lists the first page is read, where other rows move up. */
  const isWhole = (rows: readonly Row[] = []): boolean => rows.length < 500;
  /** Where something else may come into sight, or go with what is retracted. */
  const others = /[pP]osition|rollCalls|supporters|opponents/;

  test.each(all)("is not in %s", async (name, list) => {
    for (const [parent, rows] of await read(list)) {
      const expected = idsIn(before.get(name)?.get(parent)).filter((id) => !gone.has(id));
      const found = idsIn(rows);
      expect(found.filter((id) => gone.has(id))).toEqual([]);
      if (!others.test(name) && isWhole(before.get(name)?.get(parent))) expect(found).toEqual(expected);
    }
  });

  test.each(all.filter(([, { retractable }]) => retractable))("is in %s when asked for", async (name, list) => {
    for (const [parent, rows] of await read(list, "includeRetracted: true")) {
      expect(idsIn(rows)).toEqual(idsIn(before.get(name)?.get(parent)));
      for (const { id, retractedAt } of rows)
        expect({ id, gone: retractedAt !== null }).toEqual({ id, gone: gone.has(id) });
    }
  });

  test("can be asked for in every list that is paged, but where what stands or matches is asked", () => {
    const not = lists.filter(({ kind, retractable }) => kind === "connection" && !retractable);
    expect(not.map(({ name }) => name).sort()).toEqual([
      "Actor.positions",
      "PolicyAction.opponents",
      "PolicyAction.positions",
      "PolicyAction.supporters",
      "Proposal.opponents",
      "Proposal.positions",
      "Proposal.supporters",
      "Query.holders",
      "Query.positions",
      "Query.search",
    ]);
  });

  test("was in most lists before, so that this tells something", () => {
    const had = lists.filter(({ name }) =>
      [...(before.get(name)?.values() ?? [])].flat().some(({ id }) => gone.has(id)),
    );
    expect(had.length).toBeGreaterThan(lists.length * 0.8);
  });
});
