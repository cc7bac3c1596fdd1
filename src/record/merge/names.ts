import { raw, type Sql, sql } from "../../db/sql.js";
import { type Merging, name, partsOf } from "./merging.js";

/**
 * Gives the survivor what the merged one is called: its name as an alias, its other names and its codes, after the
 * survivor's own. Not a name that the survivor has, and not a code of a scheme in which it has one for any of the same time.
 * The merged one keeps its own too, and an undo takes these back.
 */
export async function addNames({ transaction, mergedId, survivorId }: Merging): Promise<void> {
  await transaction.$executeRaw(
    added(
      "ActorName",
      { mergedId, survivorId },
      sql`select distinct on (n.value) n.* from (
          select * from "ActorName" where "actorId" = ${mergedId}::uuid
          union all select (jsonb_populate_record(null::"ActorName", jsonb_build_object(
            'actorId', id, 'ordinal', -1, 'value', name, 'kind', 'ALIAS'))).* from "Actor" where id = ${mergedId}::uuid) n
        where n.value not in (select value from "ActorName" where "actorId" = ${survivorId}::uuid
          union all select name from "Actor" where id = ${survivorId}::uuid)
        order by n.value, n.ordinal desc`,
      sql`row.value`,
    ),
  );
  await transaction.$executeRaw(
    added(
      "ExternalCode",
      { mergedId, survivorId },
      sql`select distinct on (c.scheme, c.value) c.* from "ExternalCode" c
        where c."actorId" = ${mergedId}::uuid and not exists (
          select from "ExternalCode" own where own."actorId" = ${survivorId}::uuid and own.scheme = c.scheme
          and coalesce(own."duringEarliest", '0001-01-01') <= coalesce(c."duringLatest", '9999-12-31')
          and coalesce(own."duringLatest", '9999-12-31') >= coalesce(c."duringEarliest", '0001-01-01'))
        order by c.scheme, c.value, c.ordinal`,
      codeKey("row"),
    ),
  );
}

const codeKey = (alias: string): Sql => raw(`${alias}.scheme::text || ' ' || ${alias}.value`);

function added(
  table: "ActorName" | "ExternalCode",
  { mergedId, survivorId }: Pick<Merging, "mergedId" | "survivorId">,
  fresh: Sql,
  key: Sql,
): Sql {
  return sql`
    with fresh as (${fresh}),
    added as (
      insert into ${name(table)} select (jsonb_populate_record(null::${name(table)}, to_jsonb(fresh) || jsonb_build_object(
          'actorId', ${survivorId}::uuid,
          'ordinal', (select coalesce(max(ordinal), -1) from ${name(table)} where "actorId" = ${survivorId}::uuid)
            + row_number() over (order by fresh.ordinal)))).*
      from fresh returning *)
    insert into "ActorMergePart" ("mergedId", "table", "column", "entityId", "key", "fate", "row")
    select ${mergedId}::uuid, ${table}, 'actorId', ${survivorId}::uuid, ${key}, 'ADDED', to_jsonb(row) from added row`;
}

/** Takes from the survivor what a merge gave it, where it still is; what another merge would have given stays as that one's. */
export async function takeNamesBack(merging: Merging): Promise<void> {
  const { transaction } = merging;
  for (const table of ["ActorName", "ExternalCode"] as const) {
    await transaction.$executeRaw(inherited(merging, table));
    await transaction.$executeRaw(sql`
      delete from ${name(table)} t using "ActorMergePart" part where ${partsOf(merging.mergedId)}
        and part."table" = ${table} and t."actorId" = part."entityId"
        and to_jsonb(t) - ${unlike}::text[] = part."row" - ${unlike}::text[]`);
  }
}

/** The columns in which a row may differ from what a merge added: its place in the list, and since when it is there. */
const unlike = ["ordinal", "systemFrom"];

function inherited({ mergedId, survivorId }: Merging, table: "ActorName" | "ExternalCode"): Sql {
  const bears =
    table === "ActorName"
      ? sql`(a.name = part."key" or exists (select from "ActorName" n where n."actorId" = a.id and n.value = part."key"))`
      : sql`exists (select from "ExternalCode" c where c."actorId" = a.id and ${codeKey("c")} = part."key")`;
  return sql`
    with heirs as (
      select part."key", (select a.id from "ActorMerge" merge join "Actor" a on a.id = merge."mergedId"
        where merge."survivorId" = ${survivorId}::uuid and a.id <> ${mergedId}::uuid and ${bears}
          and not exists (select from "ActorMergePart" own where own."mergedId" = a.id and own."table" = ${table}
            and own."key" = part."key")
        order by merge."mergedAt" limit 1) as heir
      from "ActorMergePart" part where ${partsOf(mergedId)} and part."table" = ${table})
    update "ActorMergePart" part set "mergedId" = heirs.heir from heirs
    where ${partsOf(mergedId)} and part."table" = ${table} and part."key" = heirs."key" and heirs.heir is not null`;
}
