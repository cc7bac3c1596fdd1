import type { Database } from "../database.js";
import { empty, join, raw, type Sql, sql } from "../sql.js";

/** The Postgres types that keys of an order can have; a cursor keeps each key's text form. */
export type KeyType = "text" | "date" | "timestamptz" | "integer" | "float8" | "uuid";

/** One expression that a list is ordered by. Never null: coalesce where the column may be. */
export interface SortKey {
  sql: Sql;
  type: KeyType;
}

/** A total order: the last key must be unique in the list. All keys share the direction, so that one row comparison pages. */
export interface Sort {
  /** Distinguishes cursors of different orders. */
  name: string;
  keys: readonly SortKey[];
  direction: "ASC" | "DESC";
}

/** The order of a cursor: a sort without its SQL. */
export interface SortForm extends Pick<Sort, "name" | "direction"> {
  /** Of the keys, in their order. */
  readonly types: readonly KeyType[];
}

/** The sort of a form, by one expression for each of its keys. */
export function sortBy({ name, direction, types }: SortForm, ...keys: readonly Sql[]): Sort {
  const key = (type: KeyType, index: number): SortKey => ({ sql: keys[index] ?? empty, type });
  return { name, direction, keys: types.map(key) };
}

/** A list of rows, before paging. In a nested list `where` ties it to `parent."id"`. */
export interface ListQuery {
  /** The columns of the listed objects. */
  rows: Sql;
  from: Sql;
  where: Sql;
  sort: Sort;
}

/** The requested part of a list: at most `limit` rows from its start, or from its end if `backward`. */
export interface Window {
  limit: number;
  backward: boolean;
  after?: readonly string[];
  before?: readonly string[];
}

/** Whether a row comes after the one with these keys, or before it. */
export function beyond(sort: Sort, keys: readonly string[], forward: boolean): Sql {
  const values = sort.keys.map((key, index) => sql`${keys[index]}::${raw(key.type)}`);
  const ascending = (sort.direction === "ASC") === forward;
  return sql`(${join(sort.keys.map((key) => key.sql))}) ${raw(ascending ? ">" : "<")} (${join(values)})`;
}

/** The next rows of a list after the one with these keys, in an ascending order. */
export function rowsAfter<Row>(
  database: Database,
  { rows, from, where, sort }: ListQuery,
  keys: readonly string[],
  limit: number,
): Promise<Row[]> {
  const order = join(sort.keys.map((key) => key.sql));
  return database.query<Row>(
    sql`select ${rows} from ${from} where ${where} and ${beyond(sort, keys, true)} order by ${order} limit ${raw(String(limit))}`,
  );
}
