import { inSight } from "../db/reading/conditions.js";
import type { ListQuery, Sort } from "../db/reading/page.js";
import { raw, type Sql, sql } from "../db/sql.js";
import type { ConnectionArgs } from "./connection/connection-args.js";
import { type EntityTable, entityTables } from "./entity-table.js";
import type { LinksArgs } from "./links-args.js";

/** Some rows, each under an alias that the engine chooses. */
export interface Rows {
  /** Common table expressions that the rows and the fields nested under them use. */
  readonly with?: Sql;
  readonly from: Sql;
  readonly where?: Sql;
  readonly orderBy?: Sql;
}

/** An SQL expression over the row that an object is made of. */
export type OfRow = (row: Sql) => Sql;

/** A scalar: its type in the schema says how it is written as JSON. */
export interface ValueSql {
  readonly kind: "value";
  readonly value: OfRow;
  /** Whether it is a text in which neither JSON nor CSV escapes anything. */
  readonly isPlain?: boolean;
}

/** A cursor of a list, made of an order and a row's keys in it. */
export interface CursorSql {
  readonly kind: "cursor";
  readonly sort: Pick<Sort, "name" | "direction">;
  keys(row: Sql): readonly Sql[];
}

/** The global id of a row: its type's prefix, and a uuid. */
export interface GlobalIdSql {
  readonly kind: "globalId";
  readonly prefix: string | OfRow;
  readonly uuid: OfRow;
  /** Whether the moment goes with it at which the row is known: see entity-key.ts. */
  readonly withMoment?: boolean;
}

/** An entity by its id; null where the id is, or where there is no such entity. */
export interface ReferenceSql {
  readonly kind: "reference";
  readonly table: Findable;
  readonly id: OfRow;
}

/** One of several references: the first whose condition holds. */
export interface EitherSql {
  readonly kind: "either";
  readonly branches: readonly { readonly when: OfRow; readonly of: ReferenceSql }[];
}

/** What is refused once it is known how much there is. */
export interface Refusal {
  readonly when: Sql;
  error(): Error;
}

/** One row at most, as an object. */
export interface OneSql {
  readonly kind: "one";
  /** Which type it is of, where the field's is an interface. */
  readonly type?: string;
  /** @param wants whether a field of the object is selected */
  rows(alias: Sql, row: Sql, wants: (field: string) => boolean): Rows;
  /** The `@Root()` of the object's fields. */
  readonly scope?: object;
  /** Conditions over the common table expressions. */
  readonly refusals?: readonly Refusal[];
}

/** An object made of the same row as the one that it belongs to; null where the condition does not hold. */
export interface SameRowSql {
  readonly kind: "sameRow";
  readonly when?: OfRow;
}

/** A list without pages. */
export interface ListSql {
  readonly kind: "list";
  rows(alias: Sql, row: Sql): Rows;
  /** What each row is; an object of the row itself by default. */
  readonly item?: ItemSql;
  /** A condition over all rows: an aggregate. */
  readonly refusal?: Refusal;
}

/** What Node makes of a row: objects with a property for each field, in which nothing is left to load. */
export interface ComputedSql {
  readonly kind: "computed";
  /** What it is made of, as one value of the type `json`. */
  readonly input: OfRow;
  value(input: never): unknown;
}

/** How a table's rows are found under an alias: an `EntityTable`, or its substitute. */
export type Findable = Pick<EntityTable, "name" | "byId" | "bySlug">;

/**
 * How an entity is found. A resolver that is not declared, such as a mutation's, returns keys wherever its value has
 * entities: their fields are read by one query for each field and type.
 */
export class EntityKey {
  constructor(
    readonly table: Findable,
    readonly by: "id" | "slug",
    /** A uuid or a slug. */
    readonly value: string,
    /** Whether a retracted entity is not found. */
    readonly unretracted = false,
    /** The moment at which it is known; that of the request by default. */
    readonly knownAt?: string,
  ) {}
}

/** Entities of any types, in the order of their keys: a field of the root. */
export interface Entities {
  readonly kind: "entities";
  readonly keys: readonly (EntityKey | null)[];
}

export type ItemSql = ReferenceSql | EitherSql | SameRowSql | ListSql;

/** A list with pages. The list's SQL names the row that it belongs to `parent`. */
export interface ConnectionSql {
  readonly kind: "connection";
  readonly list: ListQuery;
  readonly args: ConnectionArgs;
  /** What `parent."id"` is; the row's id by default. */
  readonly parent?: OfRow;
  readonly node?: ItemSql;
  readonly when?: OfRow;
  /** What the nodes' fields find as their `@Root()`; what the object around the connection has by default. */
  readonly scope?: object;
}

/** What a field of the API is in SQL. Resolver methods of queries and of objects return one of these. */
export type FieldSql =
  | ValueSql
  | GlobalIdSql
  | CursorSql
  | ReferenceSql
  | EitherSql
  | OneSql
  | SameRowSql
  | ListSql
  | ConnectionSql
  | ComputedSql;

/** A column of the object's row. */
export const column =
  (name: string): OfRow =>
  (row) =>
    sql`${row}.${raw(`"${name}"`)}`;

/** The entity whose id is in a column. */
export const reference = (table: Findable, name: string): ReferenceSql => ({
  kind: "reference",
  table,
  id: column(name),
});

/** The entity whose kind and id are in two columns. */
export function byKind(kind: string, id: string): EitherSql {
  return {
    kind: "either",
    branches: entityTables.map((table) => ({
      when: (row) => sql`${column(kind)(row)} = ${raw(`'${table.kind}'`)}`,
      // A subgraph that does not own the table returns this id as it is, so it must be the one that the entity has now.
      of: { ...reference(table, id), id: (row) => table.currentId(column(id)(row)) },
    })),
  };
}

/** One of several entities: the one whose column is not null. */
export function either(...branches: readonly [table: Findable, name: string][]): EitherSql {
  return {
    kind: "either",
    branches: branches.map(([table, name]) => ({
      when: (row) => sql`${column(name)(row)} is not null`,
      of: reference(table, name),
    })),
  };
}

/** The entity with a slug, unless it is retracted. */
export const bySlug = (table: Findable, slug: string): OneSql => one(new EntityKey(table, "slug", slug, true));

/** The entity with a key. */
export const one = (key: EntityKey): OneSql => ({
  kind: "one",
  type: key.table.name,
  rows: (alias) => rowsOfKey(key, alias),
});

function rowsOfKey({ table, by, value, unretracted }: EntityKey, alias: Sql): Rows {
  if (by === "slug") return table.bySlug(alias, sql`${value}`);
  const { from, where } = table.byId(alias, sql`${value}::uuid`);
  return unretracted ? { from, where: sql`${where} and ${alias}."retractedAt" is null` } : { from, where };
}

/** A table of links, read from one end to the other. */
export interface Link {
  table: string;
  /** The column with the id of the entity whose list it is. */
  from: string;
  /** The column with the id of the listed entity. */
  to: string;
  /** A column of the listed entity to order by, for a link read from the end that did not list it. */
  orderBy?: string;
}

/** The entities that a table of links leads to, as they were listed. */
export const linked = (table: Findable, link: Link, { includeRetracted }: LinksArgs = {}): ListSql => ({
  kind: "list",
  rows: (alias, row) => ({
    from: sql`${raw(`"${link.table}"`)} link join ${raw(`"${table.name}"`)} ${alias}
        on ${alias}."id" = ${raw(`link."${link.to}"`)}`,
    where: sql`${raw(`link."${link.from}"`)} = ${row}."id" and ${inSight(alias, includeRetracted)}`,
    orderBy: link.orderBy
      ? sql`${alias}.${raw(`"${link.orderBy}"`)}, ${alias}."id", link."ordinal"`
      : sql`link."ordinal", ${alias}."id"`,
  }),
});

/** The links themselves, for objects that say more than what they lead to, whose id is their column "targetId". */
export const links = (
  table: Findable,
  link: Link,
  { includeRetracted }: LinksArgs = {},
  where = sql`true`,
): ListSql => ({
  kind: "list",
  rows: (alias, row) => ({
    from: sql`${raw(`"${link.table}"`)} link join ${raw(`"${table.name}"`)} target
        on target."id" = ${raw(`link."${link.to}"`)}
        cross join lateral (select link.*, target."id" as "targetId") ${alias}`,
    where: sql`${raw(`link."${link.from}"`)} = ${row}."id" and ${inSight(raw("target"), includeRetracted)} and ${where}`,
    orderBy: link.orderBy
      ? sql`target.${raw(`"${link.orderBy}"`)}, target."id", link."ordinal"`
      : sql`link."ordinal", target."id"`,
  }),
});

/** A list with pages. */
export const connection = (
  list: ListQuery,
  args: ConnectionArgs,
  options: Pick<ConnectionSql, "parent" | "node" | "when" | "scope"> = {},
): ConnectionSql => ({ kind: "connection", list, args, ...options });

/** The rows of a table that belong to the object's row, in their order. */
export const rowsOf = (table: string, owner: string): ListSql => ({
  kind: "list",
  rows: (alias, row) => ({
    from: sql`${raw(`"${table}"`)} ${alias}`,
    where: sql`${alias}.${raw(`"${owner}"`)} = ${row}."id"`,
    orderBy: sql`${alias}."ordinal"`,
  }),
});
