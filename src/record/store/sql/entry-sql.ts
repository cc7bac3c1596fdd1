import { raw, type Sql, sql } from "../../../db/sql.js";
import type { Table } from "../list-storage.js";

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
