import { allOf, anyOf, type Condition, isIn, isNot, liesIn, oneOf, textMatches } from "../../db/conditions.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { actorWithId } from "../actors/index.js";
import type { ProposalFilter } from "./proposal.input.js";

/**
 * Whether the proposal in a table under this alias matches a filter; undefined where the filter demands nothing.
 *
 * @param asOf the day on which the `memberOf` of an actor filter is asked unless that names one; today where undefined
 */
export function proposalMatches(
  where: ProposalFilter | null | undefined,
  proposal: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  const sponsor = actorWithId(sql`sponsor."actorId"`, where.sponsor, asOf);
  const participant = actorWithId(sql`participation."actorId"`, where.participant, asOf);
  return allOf([
    oneOf(sql`${proposal}."slug"`, where.slugs),
    oneOf(sql`${proposal}."kind"`, where.kinds, "ProposalKind"),
    oneOf(sql`${proposal}."status"`, where.statuses, "ProposalStatus"),
    where.topics && isAbout(proposal, where.topics),
    isIn(proposal, sql`select sponsor."proposalId" from "ProposalSponsor" sponsor`, sponsor),
    isIn(proposal, sql`select participation."proposalId" from "Participation" participation`, participant),
    liesIn(where.proposedOn, proposal, "proposedOn"),
    liesIn(where.timeframe, proposal, "timeframe", { span: true }),
    where.text &&
      anyOf([textMatches(where.text, sql`${proposal}."title"`), textMatches(where.text, sql`${proposal}."summary"`)]),
    where.or && anyOf(where.or.map((filter) => proposalMatches(filter, proposal, asOf))),
    where.not && isNot(proposalMatches(where.not, proposal, asOf)),
  ]);
}

/**
 * Whether the proposal with an id matches a filter and is not retracted, for the filters of other entities.
 * Undefined where the filter demands nothing.
 */
export function proposalWithId(id: Sql, where: ProposalFilter | null | undefined, asOf: string | undefined): Condition {
  const matches = proposalMatches(where, raw("proposal"), asOf);
  return (
    matches &&
    sql`${id} in (select proposal."id" from "Proposal" proposal
    where proposal."retractedAt" is null and ${matches})`
  );
}

function isAbout(proposal: Sql, topics: string[]): Sql {
  return sql`${proposal}."id" in (select about."proposalId" from "ProposalTopic" about
    join "Topic" topic on topic."id" = about."topicId"
    where topic."slug" = any(${topics}::text[]) and topic."retractedAt" is null)`;
}
