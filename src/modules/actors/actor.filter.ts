import { allOf, anyOf, type Condition, isNot, liesIn, oneOf, textMatches } from "../../db/conditions.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import type { TextFilter } from "../../graphql/filters/text-filter.js";
import type { ActorFilter, AffiliationFilter } from "./actor.input.js";

/**
 * The ids of the actors that slugs name, of one that was merged the survivor's: each is looked up by the index of slugs,
 * and whoever was merged costs no more than others.
 */
export function actorsNamed(slugs: readonly string[]): Sql {
  return sql`select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any(${slugs}::text[])`;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** Whether an affiliation held on a day: it had certainly begun, and is not known to have ended. An undated one always does. */
export function heldOn(affiliation: Sql, day: string): Sql {
  return sql`(${affiliation}."during" is null
    or (${affiliation}."duringStartLatest" <= ${day}::date and ${affiliation}."duringLatest" >= ${day}::date))`;
}

/**
 * Whether the actor in a table under this alias matches a filter; undefined where the filter demands nothing.
 *
 * @param asOf the day on which `memberOf` is asked unless the filter names one; today where undefined
 */
export function actorMatches(where: ActorFilter | null | undefined, actor: Sql, asOf: string | undefined): Condition {
  if (!where) return undefined;
  return allOf([
    where.slugs && sql`${actor}."id" in (${actorsNamed(where.slugs)})`,
    oneOf(sql`${actor}."kind"`, where.kinds, "ActorKind"),
    where.memberOf != null && isMember(actor, where.memberOf, where.memberAt ?? asOf ?? today()),
    where.name && isNamed(actor, where.name),
    where.codes && anyOf(where.codes.map((code) => hasCode(actor, code.scheme, code.values))),
    where.or && anyOf(where.or.map((filter) => actorMatches(filter, actor, asOf))),
    where.not && isNot(actorMatches(where.not, actor, asOf)),
  ]);
}

/**
 * Whether the actor with an id matches a filter and is not retracted, for the filters of other entities.
 * Undefined where the filter demands nothing.
 */
export function actorWithId(id: Sql, where: ActorFilter | null | undefined, asOf: string | undefined): Condition {
  const matches = actorMatches(where, raw("actor"), asOf);
  return (
    matches &&
    sql`${id} in (select actor."id" from "Actor" actor
    where actor."retractedAt" is null and ${matches})`
  );
}

function isMember(actor: Sql, organization: string, day: string): Sql {
  return sql`${actor}."id" in (select membership."memberId" from "Affiliation" membership
    where membership."organizationId" in (${actorsNamed([organization])}) and membership."kind" = 'MEMBERSHIP'
    and membership."retractedAt" is null and ${heldOn(raw("membership"), day)})`;
}

function isNamed(actor: Sql, name: TextFilter): Condition {
  const alsoNamed = textMatches(name, sql`name."value"`);
  return anyOf([
    textMatches(name, sql`${actor}."name"`),
    alsoNamed && sql`exists (select from "ActorName" name where name."actorId" = ${actor}."id" and ${alsoNamed})`,
  ]);
}

function hasCode(actor: Sql, scheme: string, values: string[]): Sql {
  return sql`${actor}."id" in (select code."actorId" from "ExternalCode" code
    where code."scheme" = ${scheme}::text::"CodeScheme" and code."value" = any(${values}::text[]))`;
}

/** Whether the affiliation in a table under this alias matches a filter; undefined where the filter demands nothing. */
export function affiliationMatches(
  where: AffiliationFilter | null | undefined,
  affiliation: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${affiliation}."kind"`, where.kinds, "AffiliationKind"),
    actorWithId(sql`${affiliation}."memberId"`, where.member, asOf),
    actorWithId(sql`${affiliation}."organizationId"`, where.organization, asOf),
    textMatches(where.role, sql`${affiliation}."role"`),
    liesIn(where.during, affiliation, "during", { span: true }),
    where.or && anyOf(where.or.map((filter) => affiliationMatches(filter, affiliation, asOf))),
    where.not && isNot(affiliationMatches(where.not, affiliation, asOf)),
  ]);
}
