import { Field, InputType, Int, registerEnumType } from "type-graphql";
import { RollCallOutcome } from "../../db/generated/enums.js";
import { allOf, anyOf, type Condition, isNot, liesBetween, liesIn } from "../../db/reading/conditions.js";
import { join, raw, type Sql, sql } from "../../db/sql.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { IntRange } from "../../graphql/filters/int-range.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { actorsNamed } from "../actors/index.js";

export const VoteMajority = { FOR: "FOR", AGAINST: "AGAINST", TIED: "TIED" } as const;
export type VoteMajority = (typeof VoteMajority)[keyof typeof VoteMajority];

registerEnumType(VoteMajority, {
  name: "VoteMajority",
  description:
    "The side of a roll call with more votes. More votes for than against do not always mean adoption: two thirds may be required, or a veto may be cast. See `RollCall.outcome`.",
  valuesConfig: {
    FOR: { description: "There were more votes for than against." },
    AGAINST: { description: "There were more votes against than for." },
    TIED: { description: "There were as many votes for as against." },
  },
});

registerEnumType(RollCallOutcome, {
  name: "RollCallOutcome",
  description: "The outcome of a roll call.",
  valuesConfig: {
    ADOPTED: { description: "The body accepted what was voted on." },
    REJECTED: {
      description:
        "The body did not accept it: more voted against it than for it, or the majority for it was smaller than needed.",
    },
    VETOED: {
      description:
        "A member that may prevent a decision voted against it. It is always recorded, never derived: votes alone do not say who has that right.",
    },
  },
});

export const OutcomeBasis = { RECORDED: "RECORDED", STATUS: "STATUS", VOTES: "VOTES" } as const;
export type OutcomeBasis = (typeof OutcomeBasis)[keyof typeof OutcomeBasis];

registerEnumType(OutcomeBasis, {
  name: "OutcomeBasis",
  description: "How the outcome of a roll call is known.",
  valuesConfig: {
    RECORDED: { description: "One of the roll call's sources states the outcome." },
    STATUS: {
      description:
        "It is derived from the proposal's status, ADOPTED or REJECTED, where no other roll call on the proposal is on record.",
    },
    VOTES: {
      description:
        "It is derived from the votes: more against than for, so it was rejected. A majority for it derives nothing, since two thirds may be needed.",
    },
  },
});

const asStated = " lies in this range: the stated number, or the counted one if none was stated.";

/** The conditions on a vote that every filter of votes has. They live here, because proposals are filtered by their votes. */
@InputType()
export abstract class VoteConditions {
  @Field(() => String, { nullable: true, description: "Only roll calls of the body (an actor) with this slug." })
  @Names("Actor")
  body?: string | null;

  @Field(() => Int, { nullable: true, description: "Only roll calls in this session of their body." })
  session?: number | null;

  @Field(() => [Int], { nullable: true, description: "Only roll calls in one of these sessions of their body." })
  sessions?: number[] | null;

  @Field(() => DateRange, { nullable: true, description: "Only those held in this range." })
  heldOn?: DateRange | null;

  @Field(() => IntRange, {
    nullable: true,
    description: "Only roll calls whose margin (see `RollCall.margin`) lies in this range.",
  })
  margin?: IntRange | null;

  @Field(() => [VoteMajority], { nullable: true, description: "Only roll calls with one of these majorities." })
  majorities?: VoteMajority[] | null;

  @Field(() => [RollCallOutcome], {
    nullable: true,
    description: "Only roll calls with one of these outcomes (see `RollCall.outcome`).",
  })
  outcomes?: RollCallOutcome[] | null;

  @Field(() => IntRange, { nullable: true, description: `Only roll calls whose number of votes in favour${asStated}` })
  yes?: IntRange | null;

  @Field(() => IntRange, { nullable: true, description: `Only roll calls whose number of votes against${asStated}` })
  no?: IntRange | null;

  @Field(() => IntRange, { nullable: true, description: `Only roll calls whose number of abstentions${asStated}` })
  abstain?: IntRange | null;

  @Field(() => IntRange, { nullable: true, description: `Only roll calls whose number of absences${asStated}` })
  absent?: IntRange | null;
}

@InputType({ description: `A filter for votes on a proposal (roll calls). ${filterRule}` })
export class VoteFilter extends VoteConditions {
  @Field(() => [VoteFilter], { nullable: true, description: "Only entities that match any of these filters." })
  or?: VoteFilter[] | null;

  @Field(() => VoteFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: VoteFilter | null;
}

/** How many members voted so in a roll call: as stated, or as counted where nothing was stated; null where neither is known. */
function votesCast(rollCall: Sql, vote: "Yes" | "No" | "Abstain" | "Absent"): Sql {
  return sql`coalesce(${rollCall}.${raw(`"stated${vote}"`)}, ${rollCall}.${raw(`"counted${vote}"`)})`;
}

/** By how many votes one side of a roll call had more than the other; null where no vote for or against is known. */
export function marginOf(rollCall: Sql): Sql {
  const [yes, no] = [votesCast(rollCall, "Yes"), votesCast(rollCall, "No")];
  return sql`case when ${yes} + ${no} > 0 then abs(${yes} - ${no}) end`;
}

/** Which side of a roll call had more votes, as a `VoteMajority`; null where no vote for or against is known. */
export function majorityOf(rollCall: Sql): Sql {
  const [yes, no] = [votesCast(rollCall, "Yes"), votesCast(rollCall, "No")];
  return sql`case when ${yes} + ${no} = 0 then null when ${yes} > ${no} then 'FOR' when ${yes} < ${no} then 'AGAINST' else 'TIED' end`;
}

/** The status of the proposal of a roll call, if no other roll call on it is in sight and the status says what was decided. */
const decidedStatus = (rollCall: Sql): Sql => sql`(select decided."status"::text from "Proposal" decided
    where decided."id" = ${rollCall}."proposalId" and decided."status" in ('ADOPTED', 'REJECTED')
      and not exists (select from "RollCall" another where another."proposalId" = decided."id"
        and another."id" <> ${rollCall}."id" and another."retractedAt" is null))`;

const isVotedDown = (rollCall: Sql): Sql => sql`${votesCast(rollCall, "Yes")} < ${votesCast(rollCall, "No")}`;

/** What a roll call decided, as a `RollCallOutcome`: recorded, or derived as `OutcomeBasis` says; null where it is not certain. */
export function outcomeOf(rollCall: Sql): Sql {
  return sql`coalesce(${rollCall}."outcome"::text, ${decidedStatus(rollCall)},
    case when ${isVotedDown(rollCall)} then 'REJECTED' end)`;
}

/** How the outcome of a roll call is known, as an `OutcomeBasis`; null where it is not known. */
export function outcomeBasisOf(rollCall: Sql): Sql {
  return sql`case when ${rollCall}."outcome" is not null then 'RECORDED'
    when ${decidedStatus(rollCall)} is not null then 'STATUS' when ${isVotedDown(rollCall)} then 'VOTES' end`;
}

/** Whether the roll call in a table under this alias meets the conditions; undefined where they demand nothing. */
export function voteMatches(where: VoteConditions, rollCall: Sql): Condition {
  return allOf([
    where.body != null &&
      sql`${rollCall}."bodyId" in (select body."id" from "Actor" body
        where body."id" in (${actorsNamed([where.body])}) and body."retractedAt" is null)`,
    where.session != null && sql`${rollCall}."session" = ${where.session}::int`,
    where.sessions && sql`${rollCall}."session" in (${join(where.sessions.map((session) => sql`${session}::int`))})`,
    liesIn(where.heldOn, rollCall, "heldOn"),
    liesBetween(where.margin, marginOf(rollCall)),
    where.outcomes && sql`${outcomeOf(rollCall)} = any(${where.outcomes}::text[])`,
    where.majorities && sql`(${majorityOf(rollCall)}) = any(${where.majorities}::text[])`,
    liesBetween(where.yes, votesCast(rollCall, "Yes")),
    liesBetween(where.no, votesCast(rollCall, "No")),
    liesBetween(where.abstain, votesCast(rollCall, "Abstain")),
    liesBetween(where.absent, votesCast(rollCall, "Absent")),
  ]);
}

/** Whether a proposal has a roll call, not retracted, that matches a filter; undefined where that demands nothing. */
export function wasVotedOn(proposal: Sql, where: VoteFilter | null | undefined): Condition {
  const matches = voteFilterMatches(where, raw("vote"));
  return (
    matches &&
    sql`${proposal}."id" in (select vote."proposalId" from "RollCall" vote
      where vote."retractedAt" is null and ${matches})`
  );
}

function voteFilterMatches(where: VoteFilter | null | undefined, vote: Sql): Condition {
  if (!where) return undefined;
  return allOf([
    voteMatches(where, vote),
    where.or && anyOf(where.or.map((filter) => voteFilterMatches(filter, vote))),
    where.not && isNot(voteFilterMatches(where.not, vote)),
  ]);
}
