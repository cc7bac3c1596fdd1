import { empty, join, type Sql, sql } from "../../db/sql.js";
import type { ActorLink, EntityColumns } from "./actor-columns.js";
import { type Merging, name } from "./merging.js";

const columns = sql`("mergedId", "table", "column", "entityId", "key", "fate", "from", "to", "row")`;

/**
 * Writes down what a merge is about to change, each value as it was: a number of statements that does not grow with the
 * rows. What the survivor has as well is set aside, the rest is moved.
 */
export async function bookParts(merging: Merging): Promise<void> {
  const { transaction } = merging;
  for (const entity of merging.columns.entities) await transaction.$executeRaw(movedColumns(merging, entity));
  for (const link of merging.columns.links) await transaction.$executeRaw(links(merging, link));
  await transaction.$executeRaw(tiesBetween(merging));
  await transaction.$executeRaw(repeatedAffiliations(merging));
  await transaction.$executeRaw(repeatedPositions(merging));
  await transaction.$executeRaw(capacities(merging));
  await transaction.$executeRaw(mergedBefore(merging));
}

function movedColumns({ mergedId, survivorId }: Merging, { list, table, columns: moved }: EntityColumns): Sql {
  const between = list === "affiliations" ? sql`and not ${isBetween(mergedId, survivorId)}` : empty;
  const each = moved.map(
    (column) => sql`select ${mergedId}::uuid, ${table}, ${column}, t.id, '', 'MOVED'::"MergeFate", ${mergedId}::uuid,
      ${survivorId}::uuid, null::jsonb from ${name(table)} t where t.${name(column)} = ${mergedId}::uuid ${between}`,
  );
  return sql`insert into "ActorMergePart" ${columns} ${join(each, " union all ")}`;
}

const isBetween = (one: string, other: string): Sql =>
  sql`(t."memberId" in (${one}::uuid, ${other}::uuid) and t."organizationId" in (${one}::uuid, ${other}::uuid))`;

/** A link that the survivor has too would be there twice. */
function links({ mergedId, survivorId }: Merging, { table, owner, column, told, ordered }: ActorLink): Sql {
  const same = told.map((key) => sql` and twin.${name(key)} = t.${name(key)}`);
  const key = [...told, ...(ordered ? ["ordinal"] : [])].map((part) => sql`t.${name(part)}`);
  return sql`insert into "ActorMergePart" ${columns}
    select ${mergedId}::uuid, ${table}, ${column}, t.${name(owner)},
      ${key.length > 0 ? sql`concat_ws(' ', ${join(key)})` : sql`''`},
      case when exists (select from ${name(table)} twin where twin.${name(owner)} = t.${name(owner)}
        and twin.${name(column)} = ${survivorId}::uuid ${join([empty, ...same], "")}) then 'SET_ASIDE' else 'MOVED' end::"MergeFate",
      ${mergedId}::uuid, ${survivorId}::uuid, to_jsonb(t)
    from ${name(table)} t where t.${name(column)} = ${mergedId}::uuid`;
}

/** An actor is not affiliated with itself: a tie between the two stays as it is, retracted. */
const tiesBetween = ({ mergedId, survivorId }: Merging): Sql =>
  sql`insert into "ActorMergePart" ${columns}
    select ${mergedId}::uuid, 'Affiliation', 'retractedAt', t.id, '', 'SET_ASIDE', null, null, null
    from "Affiliation" t where t."retractedAt" is null and ${isBetween(mergedId, survivorId)}`;

/** As natural keys tell affiliations apart. */
const repeatedAffiliations = ({ mergedId, survivorId }: Merging): Sql => {
  const after = (column: string) =>
    sql`case when t.${name(column)} = ${mergedId}::uuid then ${survivorId}::uuid else t.${name(column)} end`;
  return sql`insert into "ActorMergePart" ${columns}
    select distinct on (t.id) ${mergedId}::uuid, 'Affiliation', 'retractedAt', t.id, '', 'SET_ASIDE'::"MergeFate", null::uuid,
      same.id, null::jsonb
    from "Affiliation" t join "Affiliation" same on same."memberId" = ${after("memberId")}
      and same."organizationId" = ${after("organizationId")} and same.kind = t.kind
      and coalesce(same.role, '') = coalesce(t.role, '')
      and same."duringEarliest" is not distinct from t."duringEarliest"
    where t."retractedAt" is null and same."retractedAt" is null
      and ${mergedId}::uuid in (t."memberId", t."organizationId")
      and ${mergedId}::uuid not in (same."memberId", same."organizationId")
    order by t.id, same."recordedAt", same.id`;
};

/** As natural keys distinguish positions: by the evidence, or without evidence by the day since when they are held. */
const repeatedPositions = ({ mergedId, survivorId }: Merging): Sql =>
  sql`insert into "ActorMergePart" ${columns}
    select distinct on (t.id) ${mergedId}::uuid, 'Position', 'retractedAt', t.id, '', 'SET_ASIDE'::"MergeFate", null::uuid,
      same.id, null::jsonb
    from "Position" t join "Position" same on same."holderId" = ${survivorId}::uuid and same."subjectId" = t."subjectId"
      and same.basis = t.basis
      and same."evidenceStatementId" is not distinct from t."evidenceStatementId"
      and same."evidenceRollCallId" is not distinct from t."evidenceRollCallId"
      and same."evidencePolicyActionId" is not distinct from t."evidencePolicyActionId"
      and (same.since = t.since or num_nonnulls(t."evidenceStatementId", t."evidenceRollCallId", t."evidencePolicyActionId") > 0)
    where t."holderId" = ${mergedId}::uuid and t."retractedAt" is null and same."retractedAt" is null
    order by t.id, same."recordedAt", same.id`;

/** Statements made in an affiliation that is set aside were made in the one that stays. */
const capacities = ({ mergedId }: Merging): Sql =>
  sql`insert into "ActorMergePart" ${columns}
    select part."mergedId", 'Statement', 'capacityId', t.id, '', 'MOVED', part."entityId", part."to", null
    from "ActorMergePart" part join "Statement" t on t."capacityId" = part."entityId"
    where part."mergedId" = ${mergedId}::uuid and part."table" = 'Affiliation' and part.fate = 'SET_ASIDE'
      and part."to" is not null`;

/** What was merged into the merged one leads to the survivor in one step. */
const mergedBefore = ({ mergedId, survivorId }: Merging): Sql =>
  sql`insert into "ActorMergePart" ${columns}
    select ${mergedId}::uuid, 'Actor', 'mergedIntoId', t.id, '', 'MOVED', ${mergedId}::uuid, ${survivorId}::uuid, null
    from "Actor" t where t."mergedIntoId" = ${mergedId}::uuid`;
