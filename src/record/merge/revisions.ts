import { empty, type Sql, sql } from "../../db/sql.js";
import { entities, type ListName, listNames } from "../entities/index.js";
import { newIdSql } from "../new-id.js";
import { canonicalEntry } from "../store/columns.js";
import { type Merging, name, partsOf } from "./merging.js";
import type { Direction } from "./move-parts.js";

/** Writes a revision of every entity that a merge, or its undo, changes, with what it looks like before: a statement a list. */
export async function reviseBefore(merging: Merging, action: Direction): Promise<void> {
  const { transaction, at, author, reason } = merging;
  for (const list of listNames) {
    const { table, kind, entry } = entities[list];
    // `offset 0` keeps the planner from putting the entry, which is costly, into both of its places.
    await transaction.$executeRaw(sql`
      insert into "Revision" (id, "entityKind", "entityId", version, action, "recordedAt", author, reason, before, after)
      select ${newIdSql}, ${kind}::text::"EntityKind", t.id, t.version + 1, ${action}::text::"RevisionAction",
        ${at}::timestamptz, ${author}, ${reason}, e.entry, e.entry
      from ${name(table)} t cross join lateral (select ${canonicalEntry(entry)} as entry offset 0) e
      where t.id in (${changed(merging, list)})`);
  }
}

/** Completes those revisions with what each entity looks like now. */
export async function reviseAfter({ transaction, at }: Merging): Promise<void> {
  for (const list of listNames) {
    const { table, kind, entry } = entities[list];
    await transaction.$executeRaw(sql`
      update "Revision" r set after = ${canonicalEntry(entry)} from ${name(table)} t
      where r."recordedAt" = ${at}::timestamptz and r."entityKind" = ${kind}::text::"EntityKind" and r."entityId" = t.id`);
  }
}

function changed({ mergedId, survivorId }: Merging, list: ListName): Sql {
  if (list === "actors") return sql`select unnest(array[${mergedId}, ${survivorId}]::uuid[])`;
  const tables = [entities[list].table, ...entities[list].links.map((link) => link.table)];
  return sql`select part."entityId" from "ActorMergePart" part
    where ${partsOf(mergedId)} and part."table" = any(${tables}::text[])
    ${list === "statements" ? sql`union ${tellingCapacities(mergedId)}` : empty}`;
}

/** A statement's entry names the organization of the affiliation in which it was made, unless that is retracted. */
const tellingCapacities = (mergedId: string): Sql =>
  sql`select s.id from "ActorMergePart" part join "Statement" s on s."capacityId" = part."entityId"
    where ${partsOf(mergedId)} and part."table" = 'Affiliation' and part."column" in ('organizationId', 'retractedAt')`;
