import { type Sql, sql } from "../../db/sql.js";

/** The proposals, not retracted, with one of some slugs. */
const named = (slugs: readonly string[]): Sql =>
  sql`select named.* from "Proposal" named where named."slug" = any(${slugs}::text[]) and named."retractedAt" is null`;

/**
 * Whether a proposal is one of those that slugs name, or is tied to one by recorded relations of the kinds `SUPERSEDES` and
 * `BUILDS_ON`, in whichever direction and over however many steps.
 */
export function inSuccession(proposal: Sql, slugs: readonly string[]): Sql {
  // `union` and not `union all`: relations may lead in a circle.
  return sql`${proposal}."id" in (
    with recursive chain("id") as (
      select named."id" from (${named(slugs)}) named
      union
      select case when relation."proposalId" = chain."id" then relation."relatedId" else relation."proposalId" end
      from chain join "ProposalRelation" relation on chain."id" in (relation."proposalId", relation."relatedId")
      where relation."kind" in ('SUPERSEDES', 'BUILDS_ON')
    ) select chain."id" from chain)`;
}

/** Whether a proposal has the title of one of those that slugs name, both folded to their plain spelling. */
export function hasTitleOf(proposal: Sql, slugs: readonly string[]): Sql {
  return sql`standpoint_fold(${proposal}."title") in (
    select standpoint_fold(named."title") from (${named(slugs)}) named)`;
}
