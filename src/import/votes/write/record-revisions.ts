import { raw, sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import type { ListName } from "../../../record/entities/index.js";
import { entities } from "../../../record/entities/index.js";
import { newIdSql } from "../../../record/new-id.js";

/** Who records, as revisions and batches name it. */
export const author = "un-votes";
/** Which import it is, as revisions and batches name it. */
export const importer = "un-votes";

/** Writes the first revision of entities that were just recorded. */
export async function recordRevisions(session: BulkSession, list: ListName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { table, kind, entry } = entities[list];
  await session.query(sql`
    insert into "Revision" (id, "entityKind", "entityId", version, author, importer, after)
    select ${newIdSql}, ${kind}::"EntityKind", t.id, 1, ${author}, ${importer}, json_strip_nulls(${entry})
    from ${raw(`"${table}"`)} t where t.id = any(${[...ids]}::uuid[])`);
}
