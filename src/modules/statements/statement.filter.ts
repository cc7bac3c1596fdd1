import { allOf, anyOf, type Condition, isNot, liesIn, oneOf, textMatches } from "../../db/conditions.js";
import { type Sql, sql } from "../../db/sql.js";
import { actorsNamed, actorWithId } from "../actors/index.js";
import type { StatementFilter } from "./statement.input.js";

/**
 * Whether the statement in a table under this alias matches a filter; undefined where the filter demands nothing.
 *
 * @param asOf the day on which the `memberOf` of an actor filter is asked unless that names one; today where undefined
 */
export function statementMatches(
  where: StatementFilter | null | undefined,
  statement: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${statement}."slug"`, where.slugs),
    actorWithId(sql`${statement}."speakerId"`, where.speaker, asOf),
    actorWithId(sql`${statement}."onBehalfOfId"`, where.onBehalfOf, asOf),
    where.meeting != null &&
      sql`${statement}."meetingId" in (select meeting."id" from "Meeting" meeting
        where meeting."slug" = ${where.meeting} and meeting."retractedAt" is null)`,
    where.mentions && mentionsOneOf(statement, where.mentions),
    liesIn(where.madeOn, statement, "madeOn"),
    where.text &&
      anyOf([textMatches(where.text, sql`${statement}."summary"`), textMatches(where.text, sql`${statement}."quote"`)]),
    where.or && anyOf(where.or.map((filter) => statementMatches(filter, statement, asOf))),
    where.not && isNot(statementMatches(where.not, statement, asOf)),
  ]);
}

// One branch a type, so that each goes from the slug to the mentions by an index.
function mentionsOneOf(statement: Sql, slugs: string[]): Sql {
  return sql`${statement}."id" in (
    select mention."statementId" from "Proposal" named join "StatementMention" mention on mention."proposalId" = named."id"
    where named."slug" = any(${slugs}::text[]) and named."retractedAt" is null
    union all
    select mention."statementId" from "PolicyAction" named
    join "StatementMention" mention on mention."policyActionId" = named."id"
    where named."slug" = any(${slugs}::text[]) and named."retractedAt" is null
    union all
    select mention."statementId" from "Actor" named join "StatementMention" mention on mention."actorId" = named."id"
    where named."id" in (${actorsNamed(slugs)}) and named."retractedAt" is null)`;
}
