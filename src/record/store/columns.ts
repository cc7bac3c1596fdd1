import { raw, type Sql, sql } from "../../db/sql.js";
import { parseDate, parseSpan } from "../../edtf/edtf-date.js";
import type { Table } from "./bulk.js";

type Columns<Name extends string, Suffix extends string, Value> = { [Column in Name | `${Name}${Suffix}`]: Value };
type DateColumns<Name extends string, Value> = Columns<Name, "Earliest" | "Latest", Value>;
type SpanColumns<Name extends string, Value> = Columns<
  Name,
  "Earliest" | "StartLatest" | "EndEarliest" | "Latest",
  Value
>;

/** The columns of an imprecise date: as written, its earliest and latest day. */
export function dateColumns<Name extends string>(name: Name, text: string): DateColumns<Name, string>;
export function dateColumns<Name extends string>(name: Name, text?: string): DateColumns<Name, string | null>;
export function dateColumns(name: string, text?: string): Record<string, string | null> {
  const days = text === undefined ? undefined : parseDate(text);
  return {
    [name]: text ?? null,
    [`${name}Earliest`]: days?.earliest ?? null,
    [`${name}Latest`]: days?.latest ?? null,
  };
}

/** The columns of an imprecise span: those of a date, the latest day of its start and the earliest of its end. */
export function spanColumns<Name extends string>(name: Name, text?: string): SpanColumns<Name, string | null>;
export function spanColumns(name: string, text?: string): Record<string, string | null> {
  const days = text === undefined ? undefined : parseSpan(text);
  return {
    [name]: text ?? null,
    [`${name}Earliest`]: days?.earliest ?? null,
    [`${name}StartLatest`]: days?.startLatest ?? null,
    [`${name}EndEarliest`]: days?.endEarliest ?? null,
    [`${name}Latest`]: days?.latest ?? null,
  };
}

/** The slug of what a column of `t` refers to. */
export const slugOf = (table: Table, column: string): Sql =>
  raw(`(select r.slug from "${table}" r where r.id = t."${column}")`);

/** The slugs of the sources of `t`, in order. */
export const sourceSlugs = (table: Table, owner: string): Sql =>
  raw(
    `(select json_agg(s.slug order by l.ordinal) from "${table}" l join "Source" s on s.id = l."sourceId" where l."${owner}" = t.id)`,
  );

/** An entry as `canonical` makes it, but for the order of its fields: without what is empty. */
export const canonicalEntry = (entry: Sql): Sql =>
  sql`(select jsonb_object_agg(f.key, f.value) from jsonb_each(jsonb_strip_nulls(${entry}::jsonb)) f
    where f.value not in ('{}', '[]', 'false'))`;
