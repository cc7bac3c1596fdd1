import type { BulkSession } from "../../db/bulk-session.js";
import { raw, sql } from "../../db/sql.js";
import type { ListName } from "../../record/format/dossier.js";
import { storages } from "../../record/store/storages.js";
import { author } from "./record-revisions.js";

/**
 * Who changed a field of entities last, by id. An entity is left out where nobody ever gave the field a value.
 *
 * @param field of the entry, such as `title`
 */
export async function lastAuthors(
  session: BulkSession,
  ids: readonly string[],
  field: string,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await session.query<{ id: string; author: string }>(sql`
    select distinct on (v."entityId") v."entityId" as id, v.author from "Revision" v
    where v."entityId" = any(${[...ids]}::uuid[])
      and (v.before::jsonb -> ${field}::text) is distinct from (v.after::jsonb -> ${field}::text)
    order by v."entityId", v.version desc`);
  return new Map(rows.map((row) => [row.id, row.author]));
}

/**
 * What a list field of entities ever held, by id: what it held and holds no more was removed by somebody.
 *
 * @param item the property that tells an item; "" where the items are texts
 */
export async function everListed(
  session: BulkSession,
  ids: readonly string[],
  field: string,
  item: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (ids.length === 0) return new Map();
  const path = item === "" ? "{}" : `{${item}}`;
  const rows = await session.query<{ id: string; items: string[] }>(sql`
    select v."entityId" as id, array_agg(distinct i.item #>> ${path}::text[]) as items
    from "Revision" v cross join jsonb_array_elements(v.after::jsonb -> ${field}::text) i (item)
    where v."entityId" = any(${[...ids]}::uuid[]) group by 1`);
  return new Map(rows.map(({ id, items }) => [id, new Set(items)]));
}

/** The entities of these that the import recorded. */
export async function recordedByUs(session: BulkSession, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ id: string }>(sql`
    select "entityId" as id from "Revision" where "entityId" = any(${[...ids]}::uuid[]) and version = 1 and author = ${author}`);
  return new Set(rows.map(({ id }) => id));
}

/** Changes entities that are on record, and writes a revision of each with what it was before. */
export async function revise(
  session: BulkSession,
  list: ListName,
  ids: readonly string[],
  reason: string,
  change: () => Promise<void>,
): Promise<void> {
  if (ids.length === 0) return;
  const { table, kind, entry } = storages[list];
  const name = raw(`"${table}"`);
  const before = await session.query<{ id: string; entry: string }>(sql`
    select t.id, json_strip_nulls(${entry})::text as entry from ${name} t where t.id = any(${[...ids]}::uuid[])
    order by t.id for update of t`);
  await change();
  await session.query(sql`
    update ${name} set version = version + 1, "updatedAt" = now() where id = any(${[...ids]}::uuid[])`);
  await session.query(sql`
    insert into "Revision" (id, "entityKind", "entityId", version, action, author, reason, before, after)
    select gen_random_uuid(), ${kind}::"EntityKind", t.id, t.version, 'REVISED', ${author}, ${reason},
      b.entry::jsonb, json_strip_nulls(${entry})
    from unnest(${before.map(({ id }) => id)}::uuid[], ${before.map((row) => row.entry)}::text[]) b (id, entry)
      join ${name} t on t.id = b.id`);
}
