import { join, raw, type Sql, sql } from "../sql.js";

/**
 * What a part of a filter demands; undefined where it demands nothing. An absent or null field, an empty filter and a
 * filter of such parts all demand nothing, so every combination of them behaves as if it were not written.
 */
export type Condition = Sql | undefined;

type Maybe = Condition | null | false;

const demands = (conditions: readonly Maybe[]): Sql[] =>
  conditions.filter((condition): condition is Sql => !!condition);

/** All of the conditions; undefined where none of them demands anything. */
export function allOf(conditions: readonly [Sql, ...Maybe[]]): Sql;
export function allOf(conditions: readonly Maybe[]): Condition;
export function allOf(conditions: readonly Maybe[]): Condition {
  const list = demands(conditions);
  return list.length === 0 ? undefined : sql`(${join(list, " and ")})`;
}

/** At least one of the conditions that demand something; undefined where none does. */
export function anyOf(conditions: readonly Maybe[]): Condition {
  const list = demands(conditions);
  return list.length === 0 ? undefined : sql`(${join(list, " or ")})`;
}

/** The rows for which a condition is false or unknown; undefined where it demands nothing. */
export function isNot(condition: Condition): Condition {
  return condition && sql`(${condition}) is not true`;
}

/** Whether the row in a table under an alias has an id from a list of links; undefined where these need meet nothing. */
export function isIn(table: Sql, links: Sql, condition: Condition): Condition {
  return (
    condition &&
    sql`${table}."id" in (${links}
        where ${condition})`
  );
}

/** A condition for the `where` of a query: `true` where it demands nothing. */
export const orTrue = (condition: Condition): Sql => condition ?? sql`true`;

/** Whether the entity in a table under this alias is in sight: not retracted, unless retracted ones are asked for as well. */
export function inSight(table: Sql, includeRetracted: boolean | null | undefined): Sql {
  return includeRetracted ? sql`true` : sql`${table}."retractedAt" is null`;
}

/** Whether a column holds one of the values; undefined where no list is given. `enumType` names the column's Postgres enum. */
export function oneOf(column: Sql, values: readonly string[] | null | undefined, enumType?: string): Condition {
  if (!values) return undefined;
  // Bound as text first: a driver need not know the enum's own array type.
  return enumType
    ? sql`${column} = any(${values}::text[]::${raw(`"${enumType}"`)}[])`
    : sql`${column} = any(${values}::text[])`;
}

/**
 * Whether an id, which is not null, is none of a list that is next to empty, such as that of what is retracted. The list is
 * made once a statement: joins cost a third of a count, and Postgres takes a `not exists` to leave next to no row, and then
 * plans the rest for that one row. As a number, because it takes a `not in` to leave half of the rows, and this to leave
 * almost all, as it does.
 */
export function isNoneOf(id: Sql, list: Sql): Sql {
  return sql`(${id} in (${list}))::int <> 1`;
}

/** What a text filter asks, as the GraphQL input `TextFilter` has it. */
export interface TextCondition {
  equals?: string | null;
  contains?: string | null;
  startsWith?: string | null;
}

/**
 * Whether a text matches, both folded to their plain spelling (see docs/search.md); undefined where the filter demands
 * nothing. `text` may be null, and then does not match. Not by `like`: folding makes a wildcard of a full-width per cent sign.
 */
export function textMatches(filter: TextCondition | null | undefined, text: Sql): Condition {
  if (!filter) return undefined;
  const folded = sql`standpoint_fold(${text})`;
  // Selected, so that it is folded once: in a plan that Postgres keeps, a bare call would be made again for each row.
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

/** Whether a number, which does not match where it is null, lies in a range; undefined where the range has no end. */
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
 * Undefined where the range has no end.
 *
 * @param name the date's column: its days stand in `<name>Earliest` and `<name>Latest`
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

/** Which of a date's days tell that it has certainly begun, and that it has certainly not ended. */
function certainParts(span: boolean): [string, string] {
  return span ? ["StartLatest", "EndEarliest"] : ["Latest", "Earliest"];
}
