import { raw, sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import { canonical } from "../../../record/canonical.js";
import type { Entry, ListName } from "../../../record/entities/index.js";
import { entities } from "../../../record/entities/index.js";
import { newIdSql } from "../../../record/new-id.js";
import { type Author, type Authors, authorsOf } from "../../../record/reconcile/authors.js";
import { author, importer } from "../write/record-revisions.js";

/** Who wrote each part of some entities of a list last, by id. */
export async function authorsIn(
  session: BulkSession,
  list: ListName,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Authors>> {
  if (ids.length === 0) return new Map();
  const { table, entry } = entities[list];
  const rows = await session.query<{ id: string; entry: Entry }>(sql`
    select t.id, ${entry} as entry from ${raw(`"${table}"`)} t where t.id = any(${[...ids]}::uuid[])`);
  return authorsOf(
    session.query,
    rows.map((row) => ({ id: row.id, entry: canonical<Entry>(row.entry) })),
  );
}

/** Who else than this import wrote, or removed, one of these parts last; undefined where nobody did. */
export function otherAuthor(authors: Authors | undefined, cells: readonly string[]): Author | undefined {
  return cells.map((cell) => authors?.get(cell)).find((by) => by !== undefined && by.importer !== importer);
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
  const { table, kind, entry } = entities[list];
  const name = raw(`"${table}"`);
  const before = await session.query<{ id: string; entry: string }>(sql`
    select t.id, json_strip_nulls(${entry})::text as entry from ${name} t where t.id = any(${[...ids]}::uuid[])
    order by t.id for update of t`);
  await change();
  await session.query(sql`
    update ${name} set version = version + 1, "updatedAt" = now() where id = any(${[...ids]}::uuid[])`);
  await session.query(sql`
    insert into "Revision" (id, "entityKind", "entityId", version, action, author, importer, reason, before, after)
    select ${newIdSql}, ${kind}::"EntityKind", t.id, t.version, 'REVISED', ${author}, ${importer}, ${reason},
      b.entry::jsonb, json_strip_nulls(${entry})
    from unnest(${before.map(({ id }) => id)}::uuid[], ${before.map((row) => row.entry)}::text[]) b (id, entry)
      join ${name} t on t.id = b.id`);
}
