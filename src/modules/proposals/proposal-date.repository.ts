import { anyOf, type Condition, type DayRange, liesIn } from "../../db/reading/conditions.js";
import { raw, type Sql, sql } from "../../db/sql.js";

/** The first vote on a proposal that is not retracted, as `vote`. */
const firstVote = (proposal: Sql): Sql => sql`(select vote.* from "RollCall" vote
  where vote."proposalId" = ${proposal}."id" and vote."retractedAt" is null
  order by vote."heldOnEarliest", vote."id" limit 1) vote`;

/** A proposal's date or one of its days: when it was put forward or, where that is not on record, when it was first voted on. */
const dated =
  (part: "" | "Earliest" | "Latest") =>
  (proposal: Sql): Sql =>
    sql`coalesce(${proposal}.${raw(`"proposedOn${part}"`)},
      (select vote.${raw(`"heldOn${part}"`)} from ${firstVote(proposal)}))`;

/** A proposal's date: its text, and the first and the last day that it can mean. */
export const proposalDate = { text: dated(""), earliest: dated("Earliest"), latest: dated("Latest") };

/** A query for the last day of the date of each proposal, all at once: its `id` and `day`, null where it has no date. */
export const lastDays: Sql = sql`select dated."id", coalesce(dated."proposedOnLatest", vote."heldOnLatest") as "day"
  from "Proposal" dated left join (
    select distinct on (each."proposalId") each."proposalId", each."heldOnLatest" from "RollCall" each
    where each."retractedAt" is null order by each."proposalId", each."heldOnEarliest", each."id"
  ) vote on vote."proposalId" = dated."id"`;

/** Whether a proposal's date lies in a range; undefined where the range has no end. */
export function dateLiesIn(range: DayRange | null | undefined, proposal: Sql): Condition {
  const voted = liesIn(range, raw("vote"), "heldOn");
  return (
    voted &&
    anyOf([
      liesIn(range, proposal, "proposedOn"),
      sql`(${proposal}."proposedOn" is null and exists (select from ${firstVote(proposal)} where ${voted}))`,
    ])
  );
}
