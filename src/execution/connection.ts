import { allOf } from "../db/reading/conditions.js";
import { beyond, type ListQuery, type Sort, type Window } from "../db/reading/page.js";
import { empty, join, raw, type Sql, sql } from "../db/sql.js";
import { windowOf } from "../graphql/connection/connection-args.js";
import { type ConnectionSql, column, type ItemSql } from "../graphql/field-sql.js";
import { type Json, listed, orNull, type Row, textOf } from "./json.js";
import { beginMark, endMark } from "./marks.js";
import type { Output, Plan, PlannedField } from "./plan.js";

type List = ListQuery;

/** What makes the JSON of what a connection holds. */
interface Renderer {
  readonly plan: Plan;
  readonly variables: Record<string, unknown>;
  rowIn(field: PlannedField, row: Row | undefined, scope: object | undefined): Row;
  item(field: PlannedField, output: Output, item: ItemSql, row: Row): Json;
}

/** The parts of a connection that an operation selects. */
interface Wanted {
  readonly lists: number;
  readonly cursors: boolean;
  /** Whether the operation selects whether there are rows beyond the page. */
  readonly more: boolean;
  /** Whether the page must be a table expression, since more than one list reads it. */
  readonly page: boolean;
}

/** The JSON of a connection: its page and its count in one subquery. */
export function connectionJson(
  renderer: Renderer,
  field: PlannedField,
  { list, args, parent = column("id"), node = { kind: "sameRow" }, when, scope }: ConnectionSql,
  row: Row | undefined,
): Json {
  const window = windowOf(args, list.sort);
  const fields = selectionOf(renderer, field);
  const inside = renderer.rowIn(field, row, scope ?? row?.scope);
  const wanted = wantedOf(renderer, fields, window);
  const parentTable = row && sql`(select ${parent(row.alias)} as "id") parent`;
  const source: Source = { list, window, wanted, parentTable, alias: inside.alias };

  const entries = (one: PlannedField, item: Json): Json => {
    const back = window.backward ? sql`${inside.alias}."n" desc` : undefined;
    return ["[", sql`coalesce((select ${listed(one, item, back)} from ${pageOf(source)}), '')`, "]"];
  };
  const jsonOf = (one: PlannedField): Json => {
    if (one.name === "totalCount") return [countOf(source)];
    if (one.name === "nodes") return entries(one, renderer.item(one, ofList(one.output), node, inside));
    if (one.name === "edges") return entries(one, edge(one));
    if (one.name === "pageInfo") return objectOf(selectionOf(renderer, one), (part) => pageInfo(part, source));
    return [`"${one.parentType.name}"`]; // __typename
  };
  const edge = (one: PlannedField): Json =>
    objectOf(selectionOf(renderer, one), (part) => {
      if (part.name === "node") return renderer.item(part, part.output, node, inside);
      return part.name === "cursor" ? cursorOf(list, inside.alias) : [`"${part.parentType.name}"`];
    });

  const json = objectOf(fields, jsonOf);
  const whole: Json = wanted.page
    ? [sql`(with page as materialized (${numbered(source)}) select ${textOf(json)})`]
    : json;
  return when && row ? orNull([sql`case when ${when(row.alias)} then ${textOf(whole)} end`]) : whole;
}

interface Source {
  readonly list: List;
  readonly window: Window;
  readonly wanted: Wanted;
  readonly parentTable: Sql | undefined;
  readonly alias: Sql;
}

function wantedOf(renderer: Renderer, fields: readonly PlannedField[], { backward }: Window): Wanted {
  const lists = fields.filter(({ name }) => name === "nodes" || name === "edges");
  const parts = fields.filter(({ name }) => name === "pageInfo").flatMap((info) => selectionOf(renderer, info));
  const edges = lists.filter(({ name }) => name === "edges").flatMap((one) => selectionOf(renderer, one));
  const asks = (name: string): boolean => parts.some((part) => part.name === name);
  const ends = asks("startCursor") || asks("endCursor");
  const more = asks(backward ? "hasPreviousPage" : "hasNextPage");
  return {
    lists: lists.length,
    cursors: ends || edges.some(({ name }) => name === "cursor"),
    more,
    page: ends || more || lists.length > 1 || (backward && lists.length > 0),
  };
}

function selectionOf({ plan, variables }: Renderer, field: PlannedField): readonly PlannedField[] {
  let { output } = field;
  while (output.kind === "list") output = output.of;
  if (output.kind !== "object") throw new Error(`${field.name} is no object`);
  return plan.selection(field, output.type, variables);
}

function ofList(output: Output): Output {
  if (output.kind !== "list") throw new Error("`nodes` is a list");
  return output.of;
}

function objectOf(fields: readonly PlannedField[], jsonOf: (field: PlannedField) => Json): Json {
  const json = fields.flatMap((field, index) => [`${index > 0 ? "," : "{"}"${field.key}":`, ...jsonOf(field)]);
  return [...(json.length > 0 ? json : ["{"]), "}"];
}

/** The rows of the page in the direction of paging, and one more row if `more` is selected. */
function rowsOf({ list, window, wanted }: Source): Sql {
  const { sort } = list;
  const direction = raw((sort.direction === "ASC") !== window.backward ? "asc" : "desc");
  const keys = wanted.cursors ? sort.keys.map((key, index) => sql`, (${key.sql})::text as ${keyAlias(index)}`) : [];
  const where = allOf([
    list.where,
    window.after && beyond(sort, window.after, true),
    window.before && beyond(sort, window.before, false),
  ]);
  const order = sort.keys.map((key) => sql`${key.sql} ${direction}`);
  // A literal, not a parameter: in a generic plan, Postgres would assume that the limit is a tenth of the list.
  const limit = raw(String(window.limit + (wanted.more ? 1 : 0)));
  return sql`select ${list.rows}${join([empty, ...keys], "")} from ${list.from} where ${where}
    order by ${join(order)} limit ${limit}`;
}

const keyAlias = (index: number): Sql => raw(`"key${index}"`);

/** The rows of a window of a list, with the texts of their keys as `key0`, `key1` and so on. */
export function pageRows(list: ListQuery, window: Window): Sql {
  const wanted = { lists: 1, cursors: true, more: false, page: true };
  return rowsOf({ list, window, wanted, parentTable: undefined, alias: empty });
}

/** The page as a table expression, with row numbers, by which the row beyond the page is found. */
function numbered(source: Source): Sql {
  const rows = sql`(${rowsOf(source)}) listed`;
  return source.parentTable
    ? sql`select listed.*, row_number() over () as "n" from ${source.parentTable} cross join lateral ${rows}`
    : sql`select listed.*, row_number() over () as "n" from ${rows}`;
}

/** The page's rows under the alias. */
function pageOf(source: Source): Sql {
  const { window, wanted, alias, parentTable } = source;
  if (wanted.page)
    return wanted.more ? sql`page ${alias} where ${alias}."n" <= ${raw(String(window.limit))}` : sql`page ${alias}`;
  const rows = sql`(${rowsOf(source)}) ${alias}`;
  return parentTable ? sql`${parentTable} cross join lateral ${rows}` : rows;
}

function countOf({ list, parentTable }: Source): Sql {
  if (!parentTable) return sql`(select count(*)::text from ${list.from} where ${list.where})`;
  return sql`(select count(*)::text from ${parentTable} cross join lateral (
    select from ${list.from} where ${list.where}) counted)`;
}

function cursorOf({ sort }: List, row: Sql): Json {
  return cursorJson(
    sort,
    sort.keys.map((_, index) => sql`${row}.${keyAlias(index)}`),
  );
}

/** The input of a cursor, which Node encodes: the order's name, its direction and a row's keys as texts. */
export function cursorJson({ name, direction }: Pick<Sort, "name" | "direction">, texts: readonly Sql[]): Json {
  const keys = texts.flatMap((key) => [",", sql`to_json(${key})`]);
  return ['"', beginMark("c"), `[${JSON.stringify(name)},"${direction}"`, ...keys, "]", endMark, '"'];
}

function pageInfo(part: PlannedField, { list, window }: Source): Json {
  const { backward, after, before } = window;
  const size = raw(String(window.limit));
  const beyondPage = sql`exists (select from page where page."n" > ${size})::text`;
  const cursorAt = (end: "first" | "last"): Json => {
    const direction = raw((end === "first") !== backward ? "asc" : "desc");
    return orNull([
      sql`(select ${textOf(cursorOf(list, raw("page")))} from page where page."n" <= ${size} order by page."n" ${direction} limit 1)`,
    ]);
  };
  if (part.name === "hasNextPage") return backward ? [String(before !== undefined)] : [beyondPage];
  if (part.name === "hasPreviousPage") return backward ? [beyondPage] : [String(after !== undefined)];
  if (part.name === "startCursor") return cursorAt("first");
  return part.name === "endCursor" ? cursorAt("last") : [`"${part.parentType.name}"`];
}
