import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../context.js";
import type { EntityTable } from "../db/entity-table.js";
import type { Link } from "../db/links.js";
import type { ListQuery, Sort } from "../db/page.js";
import { raw, type Sql, sql } from "../db/sql.js";
import type { ConnectionArgs } from "./connection/connection-args.js";
import { type ConnectionSource, connect, connectNested } from "./connection/connection-source.js";
import type { Connection } from "./connection/connection-type.js";
import { linkedEntities } from "./linked-list.js";
import { fieldLoader } from "./per-request.js";
import { bySlug as formerBySlug, reference as formerReference } from "./reference.js";

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
  /** What the object's fields find as their `@Root()`. */
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

/** How a table's rows are found under an alias: an `EntityTable`, or what stands in for one. */
export type Findable = Pick<EntityTable, "name" | "byId" | "bySlug">;

export interface EntityKey {
  readonly table: Findable;
  readonly by: "id" | "slug";
  /** A uuid or a slug. */
  readonly value: string;
  /** Whether a retracted entity is not found. */
  readonly unretracted: boolean;
}

/** Entities of any types, in the order of their keys: a field of the root. */
export interface Entities {
  readonly kind: "entities";
  readonly keys: readonly (EntityKey | null)[];
  readonly legacy?: Legacy;
}

export type ItemSql = ReferenceSql | EitherSql | SameRowSql | ListSql;

/** A list with pages. The list's SQL names the row that it belongs to `parent`. */
export interface ConnectionSql {
  readonly kind: "connection";
  readonly list: ListQuery<never>;
  readonly args: ConnectionArgs;
  /** What `parent."id"` is; the row's id by default. */
  readonly parent?: OfRow;
  readonly node?: ItemSql;
  readonly when?: OfRow;
}

/** What a field of the API is in SQL. Resolver methods of queries and of objects return one of these. */
export type FieldSql = (
  | ValueSql
  | GlobalIdSql
  | CursorSql
  | ReferenceSql
  | EitherSql
  | OneSql
  | SameRowSql
  | ListSql
  | ConnectionSql
  | ComputedSql
) & { readonly legacy?: Legacy };

/** How the former executor resolves the same field, until it is gone. */
export type Legacy = (source: never, context: Context, info: GraphQLResolveInfo) => unknown;

type Declared = { readonly legacy?: Legacy };

/** A column of the object's row. */
export const column =
  (name: string): OfRow =>
  (row) =>
    sql`${row}.${raw(`"${name}"`)}`;

/** The entity whose id is in a column. */
export function reference<T extends { uuid: string }>(table: EntityTable<T>, name: string): ReferenceSql & Declared {
  const legacy = (source: Record<string, string>, context: Context) => formerReference(table, source[name], context);
  return { kind: "reference", table: table as EntityTable, id: column(name), legacy };
}

/** The entity whose type and id are in two columns: the type as its table's name is written in capitals. */
export function byKind(tables: readonly Findable[], kind: string, id: string): EitherSql {
  return {
    kind: "either",
    branches: tables.map((table) => ({
      when: (row) => sql`${column(kind)(row)} = ${raw(`'${kindOf(table)}'`)}`,
      of: { kind: "reference", table, id: column(id) },
    })),
  };
}

/** "PolicyAction" is the kind "POLICY_ACTION". */
export const kindOf = ({ name }: Pick<Findable, "name">): string =>
  name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();

/** One of several entities: the one whose column is not null. */
export function either(...branches: readonly [table: Pick<EntityTable, "name">, name: string][]): EitherSql & Declared {
  return {
    kind: "either",
    branches: branches.map(([table, name]) => ({
      when: (row) => sql`${column(name)(row)} is not null`,
      of: { kind: "reference", table: table as unknown as EntityTable, id: column(name) },
    })),
    legacy(source: Record<string, string | null>, context: Context) {
      const [table, name] = branches.find(([, one]) => source[one] != null) ?? [];
      return table && name ? formerReference(table as unknown as EntityTable, source[name], context) : null;
    },
  };
}

/** The entity with a slug, unless it is retracted. */
export function bySlug<T extends { uuid: string }>(table: EntityTable<T>, slug: string): OneSql & Declared {
  const key: EntityKey = { table: table as unknown as EntityTable, by: "slug", value: slug, unretracted: true };
  return one(key, (_source, context) => formerBySlug(table, slug, context));
}

/** The entity with a key. */
export function one(key: EntityKey, legacy?: Legacy): OneSql & Declared {
  return { kind: "one", type: key.table.name, rows: (alias) => rowsOfKey(key, alias), legacy };
}

function rowsOfKey({ table, by, value, unretracted }: EntityKey, alias: Sql): Rows {
  if (by === "slug") return table.bySlug(alias, sql`${value}`);
  const { from, where } = table.byId(alias, sql`${value}::uuid`);
  return unretracted ? { from, where: sql`${where} and ${alias}."retractedAt" is null` } : { from, where };
}

/** The entities that a table of links leads to, as they were listed. */
export function linked<T extends { uuid: string }>(table: EntityTable<T>, link: Link): ListSql & Declared {
  return {
    kind: "list",
    rows: (alias, row) => ({
      from: sql`${raw(`"${link.table}"`)} link join ${raw(`"${table.name}"`)} ${alias}
        on ${alias}."id" = ${raw(`link."${link.to}"`)}`,
      where: sql`${raw(`link."${link.from}"`)} = ${row}."id" and ${alias}."retractedAt" is null`,
      orderBy: link.orderBy
        ? sql`${alias}.${raw(`"${link.orderBy}"`)}, ${alias}."id", link."ordinal"`
        : sql`link."ordinal", ${alias}."id"`,
    }),
    legacy: (source: { uuid: string }, context, info) => linkedEntities({ context, info }, source.uuid, table, link),
  };
}

/** The links themselves, for objects that say more than what they lead to, whose id is their column "targetId". */
export function links<T extends { uuid: string }>(
  table: EntityTable<T>,
  link: Link,
  { where = sql`true`, former }: { where?: Sql; former: Legacy },
): ListSql & Declared {
  return {
    kind: "list",
    rows: (alias, row) => ({
      from: sql`${raw(`"${link.table}"`)} link join ${raw(`"${table.name}"`)} target
        on target."id" = ${raw(`link."${link.to}"`)}
        cross join lateral (select link.*, target."id" as "targetId") ${alias}`,
      where: sql`${raw(`link."${link.from}"`)} = ${row}."id" and target."retractedAt" is null and ${where}`,
      orderBy: link.orderBy
        ? sql`target.${raw(`"${link.orderBy}"`)}, target."id", link."ordinal"`
        : sql`link."ordinal", target."id"`,
    }),
    legacy: former,
  };
}

type Former = (source: never, context: Context, info: GraphQLResolveInfo) => object;

/** A list with pages. */
export function connection<T>(
  type: new (source: ConnectionSource<T>) => Connection<T>,
  list: ListQuery<T>,
  args: ConnectionArgs,
  options: Pick<ConnectionSql, "parent" | "node" | "when"> & {
    former?: (source: never) => string | null;
    formerKey?: Former;
  } = {},
): ConnectionSql & Declared {
  const { former = ({ uuid }: { uuid: string }) => uuid, formerKey, ...rest } = options;
  return {
    kind: "connection",
    list: list as unknown as ListQuery<never>,
    args,
    ...rest,
    legacy(source, context, info) {
      if (source === undefined) return connect(type, { context, info, args }, list);
      const parent = former(source);
      return parent === null
        ? null
        : connectNested(type, { context, info, args, key: formerKey?.(source, context, info) }, parent, () => list);
    },
  };
}

/** The rows of a table that belong to the object's row, in their order. */
export function rowsOf(table: string, owner: string, former: Legacy): ListSql & Declared {
  return {
    kind: "list",
    rows: (alias, row) => ({
      from: sql`${raw(`"${table}"`)} ${alias}`,
      where: sql`${alias}.${raw(`"${owner}"`)} = ${row}."id"`,
      orderBy: sql`${alias}."ordinal"`,
    }),
    legacy: former,
  };
}

/** As it was before: a loader of the field, by the parent's uuid. */
export const formerLoader =
  <V>(load: (context: Context, keys: readonly string[]) => Promise<readonly V[]>): Legacy =>
  (source: { uuid: string }, context, info) =>
    fieldLoader(context, info, (keys: readonly string[]) => load(context, keys)).load(source.uuid);
