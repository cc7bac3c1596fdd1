import { allOf, anyOf, isNot, liesIn, oneOf, textMatches } from "../../db/conditions.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { actorWithId } from "../actors/index.js";
import type { ProposalFilter } from "./proposal.input.js";

/**
 * Whether the proposal in a table under this alias matches a filter; all do where none is given.
 *
 * @param asOf the day on which the `memberOf` of an actor filter is asked unless that names one; today where undefined
 */
export function proposalMatches(
  where: ProposalFilter | null | undefined,
  proposal: Sql,
  asOf: string | undefined,
): Sql {
  if (!where) return sql`true`;
  return allOf([
    oneOf(sql`${proposal}."slug"`, where.slugs),
    oneOf(sql`${proposal}."kind"`, where.kinds, "ProposalKind"),
    oneOf(sql`${proposal}."status"`, where.statuses, "ProposalStatus"),
    where.topics && isAbout(proposal, where.topics),
    where.sponsor &&
      sql`${proposal}."id" in (select sponsor."proposalId" from "ProposalSponsor" sponsor
        where ${actorWithId(sql`sponsor."actorId"`, where.sponsor, asOf)})`,
    where.participant &&
      sql`${proposal}."id" in (select participation."proposalId" from "Participation" participation
        where ${actorWithId(sql`participation."actorId"`, where.participant, asOf)})`,
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
 * Undefined where no filter is given, as `allOf` takes it.
 */
export function proposalWithId(
  id: Sql,
  where: ProposalFilter | null | undefined,
  asOf: string | undefined,
): Sql | undefined {
  if (!where) return undefined;
  return sql`${id} in (select proposal."id" from "Proposal" proposal
    where proposal."retractedAt" is null and ${proposalMatches(where, raw("proposal"), asOf)})`;
}

function isAbout(proposal: Sql, topics: string[]): Sql {
  return sql`${proposal}."id" in (select about."proposalId" from "ProposalTopic" about
    join "Topic" topic on topic."id" = about."topicId"
    where topic."slug" = any(${topics}::text[]) and topic."retractedAt" is null)`;
}
