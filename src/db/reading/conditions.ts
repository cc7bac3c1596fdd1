import { join, raw, type Sql, sql } from "../sql.js";

/**
 * The condition of a part of a filter; undefined if it has none. An absent or null field, an empty filter, and a filter of
 * such parts have no condition, so every combination of them behaves as if it were absent.
 */
export type Condition = Sql | undefined;

type Maybe = Condition | null | false;

const demands = (conditions: readonly Maybe[]): Sql[] =>
  conditions.filter((condition): condition is Sql => !!condition);

/** All of the conditions; undefined if there are none. */
export function allOf(conditions: readonly [Sql, ...Maybe[]]): Sql;
export function allOf(conditions: readonly Maybe[]): Condition;
export function allOf(conditions: readonly Maybe[]): Condition {
  const list = demands(conditions);
  return list.length === 0 ? undefined : sql`(${join(list, " and ")})`;
}

/** At least one of the conditions; undefined if there are none. */
export function anyOf(conditions: readonly Maybe[]): Condition {
  const list = demands(conditions);
  return list.length === 0 ? undefined : sql`(${join(list, " or ")})`;
}

/** The rows for which a condition is false or unknown; undefined without a condition. */
export function isNot(condition: Condition): Condition {
  return condition && sql`(${condition}) is not true`;
}

/** Whether the row under an alias has an id from a list of links; undefined if the links have no condition. */
export function isIn(table: Sql, links: Sql, condition: Condition): Condition {
  return (
    condition &&
    sql`${table}."id" in (${links}
        where ${condition})`
  );
}

/** A condition for the `where` of a query; `true` without a condition. */
export const orTrue = (condition: Condition): Sql => condition ?? sql`true`;

/** Whether the entity under this alias is visible: not retracted, unless retracted ones are requested as well. */
export function inSight(table: Sql, includeRetracted: boolean | null | undefined): Sql {
  return includeRetracted ? sql`true` : sql`${table}."retractedAt" is null`;
}

/** Whether a column has one of the values; undefined without a list. `enumType` is the name of the column's Postgres enum. */
export function oneOf(column: Sql, values: readonly string[] | null | undefined, enumType?: string): Condition {
  if (!values) return undefined;
  // Bound as text first: a driver need not know the enum's own array type.
  return enumType
    ? sql`${column} = any(${values}::text[]::${raw(`"${enumType}"`)}[])`
    : sql`${column} = any(${values}::text[])`;
}

/**
 * Whether an id, which is not null, is not in a very short list, such as that of retracted entities. The list is made once for
 * a query. Rejected: joins, which take a third of the time of a count; `not exists`, for which Postgres estimates almost no
 * rows and plans the rest of the query for one; `not in`, for which it estimates half of the rows. For this comparison of
 * numbers it estimates almost all rows, which is right.
 */
export function isNoneOf(id: Sql, list: Sql): Sql {
  return sql`(${id} in (${list}))::int <> 1`;
}

/** The condition on a text, as in the GraphQL input `TextFilter`. */
export interface TextCondition {
  equals?: string | null;
  contains?: string | null;
  startsWith?: string | null;
}

/**
 * Whether a text matches, both folded to their plain spelling (see docs/search.md); undefined if the filter has no
 * condition. A null `text` does not match. Rejected: `like`, since folding makes a wildcard of a full-width per cent sign.
 */
export function textMatches(filter: TextCondition | null | undefined, text: Sql): Condition {
  if (!filter) return undefined;
  const folded = sql`standpoint_fold(${text})`;
  // In a subquery, so that it is folded once: in a generic plan, Postgres would call the function for each row.
  const wanted = (value: string): Sql => sql`(select standpoint_fold(${value}))`;
  return allOf([
    filter.equals != null && sql`${folded} = ${wanted(filter.equals)}`,
    filter.contains != null && sql`strpos(${folded}, ${wanted(filter.contains)}) > 0`,
    filter.startsWith != null && sql`starts_with(${folded}, ${wanted(filter.startsWith)})`,
  ]);
}

/** A range of whole numbers, both ends included, as the GraphQL input `IntRange` has it. */
export interface NumberRange {
  from?: number | null;
  to?: number | null;
}

/** Whether a number is in a range; null does not match. Undefined if the range has no bounds. */
export function liesBetween(range: NumberRange | null | undefined, number: Sql): Condition {
  return allOf([
    range?.from != null && sql`(${number}) >= ${range.from}::int`,
    range?.to != null && sql`(${number}) <= ${range.to}::int`,
  ]);
}

/** A range of days, both included, as the GraphQL input `DateRange` has it. */
export interface DayRange {
  from?: string | null;
  to?: string | null;
  match?: "POSSIBLE" | "CERTAIN" | null;
}

/**
 * Whether an imprecise date can lie in a range of days (POSSIBLE), or must (CERTAIN). An unrecorded date does neither.
 * Undefined if the range has no bounds.
 *
 * @param name the date's column; its bounds are in `<name>Earliest` and `<name>Latest`
 * @param span true for a span of time: it "lies in" the range when the two share a day
 */
export function liesIn(
  range: DayRange | null | undefined,
  table: Sql,
  name: string,
  { span = false }: { span?: boolean } = {},
): Condition {
  if (range?.from == null && range?.to == null) return undefined;
  const column = (part: string): Sql => sql`${table}.${raw(`"${name}${part}"`)}`;
  const [start, end] = range.match === "CERTAIN" ? certainParts(span) : ["Earliest", "Latest"];
  return allOf([
    range.to != null && sql`${column(start)} <= ${range.to}::date`,
    range.from != null && sql`${column(end)} >= ${range.from}::date`,
    sql`${column(start)} is not null`,
  ]);
}

/** The bound of a date by which it has certainly begun, and the bound until which it has certainly not ended. */
function certainParts(span: boolean): [string, string] {
  return span ? ["StartLatest", "EndEarliest"] : ["Latest", "Earliest"];
}
