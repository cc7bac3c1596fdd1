import { empty, join, type Sql, sql } from "../../db/sql.js";
import { entities, type ListName, listNames } from "../entities/index.js";
import type { Table } from "../store/bulk.js";
import type { ActorLink } from "./actor-columns.js";
import { type Merging, name, partsOf } from "./merging.js";

/** Whether a recorded change is applied or undone. */
export type Direction = "MERGED" | "UNMERGED";

/**
 * Moves all that is written down of a merge, there or back, and makes the next version of each entity that has a revision
 * of this change: a number of statements that does not grow with the rows.
 */
export async function moveParts(merging: Merging, direction: Direction): Promise<void> {
  const { transaction } = merging;
  for (const list of listNames) {
    if (list !== "actors") await transaction.$executeRaw(nextVersions(merging, list, direction));
  }
  for (const link of merging.columns.links) {
    if (direction === "MERGED") {
      await transaction.$executeRaw(takeOut(merging, link));
      await transaction.$executeRaw(moveLinks(merging, link));
    } else {
      await transaction.$executeRaw(putBack(merging, link));
      await transaction.$executeRaw(moveLinksBack(merging, link));
    }
  }
  await transaction.$executeRaw(mergedBefore(merging, direction));
}

/** One statement a table, because its triggers do as much for one column as for all. */
function nextVersions({ mergedId, at, columns }: Merging, list: ListName, direction: Direction): Sql {
  const { table, kind } = entities[list];
  const changed = [
    ...(columns.entities.find((entity) => entity.list === list)?.columns ?? []),
    ...(list === "statements" ? ["capacityId"] : []),
  ];
  const ofThis = (column: string): Sql => sql`${partsOf(mergedId)} and part."table" = ${table}
    and part."column" = ${column} and part."entityId" = t.id`;
  const moved = changed.map((column) => {
    const now = direction === "MERGED" ? name("to") : name("from");
    return sql`, ${name(column)} = coalesce(
      (select part.${now} from "ActorMergePart" part where ${ofThis(column)}), t.${name(column)})`;
  });
  return sql`update ${name(table)} t set version = t.version + 1, "updatedAt" = ${at}::timestamptz
    ${join([empty, ...moved], "")}
    ${canBeSetAside(list) ? standing(ofThis("retractedAt"), at, direction) : empty}
    from "Revision" r where r."recordedAt" = ${at}::timestamptz and r."entityKind" = ${kind}::text::"EntityKind"
      and r."entityId" = t.id`;
}

/** Entities that have no slug can say the same as another. */
const canBeSetAside = (list: ListName): boolean => entities[list].keyed !== undefined;

function standing(part: Sql, at: string, direction: Direction): Sql {
  const changed = sql`exists (select from "ActorMergePart" part where ${part})`;
  if (direction === "UNMERGED") {
    return sql`, "retractedAt" = case when ${changed} then null else t."retractedAt" end,
      "retractionReason" = case when ${changed} then null else t."retractionReason" end`;
  }
  return sql`, "retractedAt" = case when ${changed} then ${at}::timestamptz else t."retractedAt" end,
    "retractionReason" = case when ${changed} then ${setAside} else t."retractionReason" end`;
}

const setAside =
  "Two records of the same actor were merged, and this entry repeats one of the kept actor or links the actor to itself.";

const linkParts = ({ mergedId }: Merging, { table, owner, column, told }: ActorLink, link: Sql, fate: string): Sql => {
  const same = told.map((key) => sql` and ${link}.${name(key)}::text = part."row" ->> ${key}`);
  return sql`${partsOf(mergedId)} and part."table" = ${table} and part."column" = ${column}
    and part.fate = ${fate}::text::"MergeFate" and ${link}.${name(owner)} = part."entityId" ${join([empty, ...same], "")}`;
};

const t = sql`t`;

const takeOut = (merging: Merging, link: ActorLink): Sql =>
  sql`delete from ${name(link.table)} t using "ActorMergePart" part
    where ${linkParts(merging, link, t, "SET_ASIDE")} and t.${name(link.column)} = part."from"`;

const moveLinks = (merging: Merging, link: ActorLink): Sql =>
  sql`update ${name(link.table)} t set ${name(link.column)} = part."to" from "ActorMergePart" part
    where ${linkParts(merging, link, t, "MOVED")} and t.${name(link.column)} = part."from"`;

const moveLinksBack = (merging: Merging, link: ActorLink): Sql =>
  sql`update ${name(link.table)} t set ${name(link.column)} = part."from" from "ActorMergePart" part
    where ${linkParts(merging, link, t, "MOVED")} and t.${name(link.column)} = part."to"`;

/** In its old place in the list, or at the end where that has been taken since. */
function putBack({ mergedId }: Merging, { table, owner, column }: ActorLink): Sql {
  const placed = sql`(select coalesce(max(t.ordinal), -1) from ${name(table)} t where t.${name(owner)} = part."entityId")`;
  return sql`insert into ${name(table)} select (jsonb_populate_record(null::${name(table)}, part."row" || jsonb_build_object(
      'ordinal', case when exists (select from ${name(table)} t where t.${name(owner)} = part."entityId"
          and t.ordinal = (part."row" ->> 'ordinal')::int)
        then ${placed} + row_number() over (partition by part."entityId" order by (part."row" ->> 'ordinal')::int)
        else (part."row" ->> 'ordinal')::int end))).*
    from "ActorMergePart" part where ${partsOf(mergedId)} and part."table" = ${table} and part."column" = ${column}
      and part.fate = 'SET_ASIDE'`;
}

const mergedBefore = ({ mergedId }: Merging, direction: Direction): Sql =>
  sql`update "Actor" t set "mergedIntoId" = part.${direction === "MERGED" ? name("to") : name("from")}
    from "ActorMergePart" part where ${partsOf(mergedId)} and part."table" = 'Actor' and part."entityId" = t.id`;

/**
 * Forgets what is no longer as the merge left it: an entity that was changed to name somebody else, a link that was taken
 * out, something set aside that was brought back. What remains is what an undo takes back.
 */
export async function forgetChangedSince(merging: Merging): Promise<void> {
  const { transaction, mergedId, columns } = merging;
  const forget = (where: Sql) =>
    transaction.$executeRaw(sql`delete from "ActorMergePart" part where ${partsOf(mergedId)} and ${where}`);
  for (const { table, columns: moved } of columns.entities) await forget(movedOn(table, moved));
  await forget(movedOn("Statement", ["capacityId"]));
  await forget(movedOn("Actor", ["mergedIntoId"]));
  for (const table of ["Affiliation", "Position"] as const) await forget(broughtBack(table, mergedId));
  for (const link of columns.links) await forget(gone(link));
}

const movedOn = (table: Table, columns: readonly string[]): Sql =>
  sql`part."table" = ${table} and part."column" in (${join(columns)}) and not exists (
    select from ${name(table)} t where t.id = part."entityId" and part."to" = case part."column"
      ${join(
        columns.map((column) => sql`when ${column} then t.${name(column)}`),
        " ",
      )} end)`;

const broughtBack = (table: Table, mergedId: string): Sql =>
  sql`part."table" = ${table} and part."column" = 'retractedAt' and not exists (
    select from ${name(table)} t join "ActorMerge" merge on merge."mergedId" = ${mergedId}::uuid
    where t.id = part."entityId" and t."retractedAt" = merge."mergedAt")`;

function gone({ table, owner, column, told }: ActorLink): Sql {
  const same = told.map((key) => sql` and t.${name(key)}::text = part."row" ->> ${key}`);
  return sql`part."table" = ${table} and part."column" = ${column} and not exists (
    select from ${name(table)} t where t.${name(owner)} = part."entityId" and t.${name(column)} = part."to"
    ${join([empty, ...same], "")})`;
}
