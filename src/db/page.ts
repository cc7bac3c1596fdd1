import { allOf } from "./conditions.js";
import type { Database } from "./database.js";
import { groupByParent } from "./group.js";
import { empty, join, raw, type Sql, sql } from "./sql.js";

/** The Postgres types that keys of an order can have; a cursor keeps each key's text form. */
export type KeyType = "text" | "date" | "timestamptz" | "integer" | "float8" | "uuid";

/** One expression that a list is ordered by. Never null: coalesce where the column may be. */
export interface SortKey {
  sql: Sql;
  type: KeyType;
}

/** A total order: the last key must be unique in the list. All keys share the direction, so that one row comparison pages. */
export interface Sort {
  /** Tells cursors of different orders apart. */
  name: string;
  keys: readonly SortKey[];
  direction: "ASC" | "DESC";
}

/** What a cursor tells of its order: all of a sort but the SQL. */
export interface SortForm extends Pick<Sort, "name" | "direction"> {
  /** Of the keys, in their order. */
  readonly types: readonly KeyType[];
}

/** The sort of a form, by one expression for each of its keys. */
export function sortBy({ name, direction, types }: SortForm, ...keys: readonly Sql[]): Sort {
  const key = (type: KeyType, index: number): SortKey => ({ sql: keys[index] ?? empty, type });
  return { name, direction, keys: types.map(key) };
}

/**
 * A list of rows, before paging. In a nested list `where` ties it to `parent."id"`: the statement then answers for all
 * parents at once.
 */
export interface ListQuery<T> {
  /** The columns that the listed objects are made of. */
  rows: Sql;
  select: Sql;
  from: Sql;
  where: Sql;
  sort: Sort;
  node(row: object): T;
}

/** What part of the list is wanted: at most `limit` rows from its start, or from its end if `backward`. */
export interface Window {
  limit: number;
  backward: boolean;
  after?: readonly string[];
  before?: readonly string[];
}

/** A part of a list, in the list's order; `keys` locate each row in it. */
export interface Page<T> {
  rows: { node: T; keys: readonly string[] }[];
  /** Whether the list goes on beyond the page, in the direction of paging. */
  more: boolean;
}

type Row = Record<string, string> & { parent: string };

const keyAlias = (index: number): string => `key${index}`;

/** The parents of a nested list as a table `parent`; one alone is no list, as in `isAmong`. */
const parentTable = (parents: readonly string[]): Sql =>
  parents.length === 1
    ? sql`(select ${parents[0]}::uuid as "id") parent`
    : sql`unnest(${parents}::uuid[]) as parent("id")`;

/** Whether a row comes after the one with these keys, or before it. */
export function beyond(sort: Sort, keys: readonly string[], forward: boolean): Sql {
  const values = sort.keys.map((key, index) => sql`${keys[index]}::${raw(key.type)}`);
  const ascending = (sort.direction === "ASC") === forward;
  return sql`(${join(sort.keys.map((key) => key.sql))}) ${raw(ascending ? ">" : "<")} (${join(values)})`;
}

function windowStatement<T>(query: ListQuery<T>, window: Window, mark = empty): Sql {
  const { sort } = query;
  const direction = raw((sort.direction === "ASC") !== window.backward ? "asc" : "desc");
  const keys = sort.keys.map((key, index) => sql`(${key.sql})::text as ${raw(`"${keyAlias(index)}"`)}`);
  const where = allOf([
    query.where,
    window.after && beyond(sort, window.after, true),
    window.before && beyond(sort, window.before, false),
  ]);
  const order = sort.keys.map((key) => sql`${key.sql} ${direction}`);
  // Not bound: in a plan that Postgres keeps, it would take the limit for a tenth of the list.
  const limit = raw(String(window.limit + 1));
  return sql`select ${mark}${join([query.select, ...keys])} from ${query.from} where ${where}
    order by ${join(order)} limit ${limit}`;
}

function page<T>(query: ListQuery<T>, window: Window, found: Row[]): Page<T> {
  const aliases = query.sort.keys.map((_, index) => keyAlias(index));
  const rows = found.slice(0, window.limit).map((row) => ({
    node: query.node(row),
    keys: aliases.map((alias) => row[alias] as string), // selected by windowStatement
  }));
  return { rows: window.backward ? rows.reverse() : rows, more: found.length > window.limit };
}

const noPage = { rows: [], more: false };

/** A page of a list that has no parent: one statement. */
export async function readPage<T>(database: Database, query: ListQuery<T>, window: Window): Promise<Page<T>> {
  return page(query, window, await database.query<Row>(windowStatement(query, window)));
}

/** For all parents; of an empty page that is counted there is a row too, which is not `listed`. */
function listStatement<T>(query: ListQuery<T>, window: Window | undefined, counted: boolean, parent: Sql): Sql {
  const count = sql`lateral (select count(*)::int as "total" from ${query.from} where ${query.where}) counted`;
  if (!window) return sql`select parent."id" as "parent", counted.* from ${parent} cross join ${count}`;
  // A nested loop keeps the inner order within a parent, and a lateral join with a limit can be nothing else.
  const list = sql`lateral (${windowStatement(query, window, counted ? sql`true as "listed", ` : empty)}) list`;
  return counted
    ? sql`select parent."id" as "parent", counted.*, list.* from ${parent}
        cross join ${count} left join ${list} on true`
    : sql`select parent."id" as "parent", list.* from ${parent} cross join ${list}`;
}

/** What is read of a list: a page, its number of rows, or both. What nobody asked for is empty, or zero. */
export interface Listed<T> {
  page: Page<T>;
  count: number;
}

/** Of the list of each parent the same page, the number of rows, or both, in the parents' order: one statement. */
export async function readLists<T>(
  database: Database,
  query: ListQuery<T>,
  { window, counted }: { window: Window | undefined; counted: boolean },
  parents: readonly string[],
): Promise<Listed<T>[]> {
  const statement = listStatement(query, window, counted, parentTable(parents));
  const rows = await database.query<Row & { total?: number; listed?: true | null }>(statement);
  return groupByParent(rows, parents).map((group) => ({
    page: window ? page(query, window, counted ? group.filter(({ listed }) => listed) : group) : noPage,
    count: group[0]?.total ?? 0,
  }));
}

/** How many rows a list without a parent has: one statement. */
export async function countRows<T>(database: Database, query: ListQuery<T>): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    sql`select count(*)::int as "count" from ${query.from} where ${query.where}`,
  );
  return row?.count ?? 0;
}
