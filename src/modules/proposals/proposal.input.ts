import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { ProposalKind, ProposalStatus } from "../../db/generated/enums.js";
import { allOf, anyOf, type Condition, isIn, isNot, liesIn, oneOf, textMatches } from "../../db/reading/conditions.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import type { Link } from "../../graphql/field-sql.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders } from "../../graphql/order.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { ActorFilter, actorWithId } from "../actors/index.js";
import { SourceFilter, sourceConditions, sourcesMatch } from "../sources/index.js";
import { dateLiesIn, proposalDate } from "./proposal-date.repository.js";
import { hasTitleOf, inSuccession } from "./recurrence.repository.js";
import { VoteFilter, wasVotedOn } from "./vote.input.js";

/** The table that ties a proposal to its sources. */
export const proposalSources: Link = { table: "ProposalSource", from: "proposalId", to: "sourceId" };

@InputType({
  description: `Which proposals. ${filterRule}`,
})
export class ProposalFilter {
  @Field(() => [String], { nullable: true, description: "Those with one of these slugs." })
  @Names("Proposal")
  slugs?: string[] | null;

  @Field(() => [ProposalKind], { nullable: true, description: "Those of one of these kinds." })
  kinds?: ProposalKind[] | null;

  @Field(() => [ProposalStatus], { nullable: true, description: "Those of which one of these has become." })
  statuses?: ProposalStatus[] | null;

  @Field(() => [String], { nullable: true, description: "Those about one of the topics with these slugs." })
  @Names("Topic")
  topics?: string[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those with a sponsor that matches." })
  sponsor?: ActorFilter | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those with a participant that matches, in any role." })
  participant?: ActorFilter | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Those of a succession: the proposals with these slugs, and all that recorded relations of the kinds `SUPERSEDES` and `BUILDS_ON` tie to them, in whichever direction and over however many steps.",
  })
  @Names("Proposal")
  inSuccessionOf?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Those with the same title as one of the proposals with these slugs, these included. A question that recurs often keeps its title; two questions may share one.",
  })
  @Names("Proposal")
  sameTitleAs?: string[] | null;

  @Field(() => VoteFilter, { nullable: true, description: "Those with a vote (a roll call) that matches." })
  vote?: VoteFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Those put forward in this range." })
  proposedOn?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: "Those whose `date` lies in this range." })
  date?: DateRange | null;

  @Field(() => DateRange, {
    nullable: true,
    description: "Those whose time, when what they propose is to happen or to hold, shares a day with this range.",
  })
  timeframe?: DateRange | null;

  @Field(() => TextFilter, { nullable: true, description: "Those whose title or summary matches." })
  text?: TextFilter | null;

  @Field(() => SourceFilter, { nullable: true, description: sourceConditions.source })
  source?: SourceFilter | null;

  @Field(() => Boolean, { nullable: true, description: sourceConditions.soleSource })
  soleSource?: boolean | null;

  @Field(() => [ProposalFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: ProposalFilter[] | null;

  @Field(() => ProposalFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: ProposalFilter | null;
}

export const proposalOrder = orderType(
  "Proposal",
  {
    TITLE: { description: "Its title.", keys: columnKey("title", "text") },
    PROPOSED_ON: {
      description: "The earliest day on which it can have been put forward; undated ones count as latest.",
      keys: columnKey("proposedOnEarliest", "date", { nullable: true }),
    },
    DATE: {
      description: "The earliest day of its `date`; undated ones count as latest.",
      keys: (proposal) => [
        { sql: sql`coalesce(${proposalDate.earliest(proposal)}, '9999-12-31'::date)`, type: "date" },
      ],
    },
    ...recordingOrders,
  },
  { field: "TITLE", direction: "ASC" },
);

@ArgsType()
export class ProposalsArgs extends RetractableArgs {
  @Field(() => ProposalFilter, { nullable: true, description: "Which proposals; all when left out." })
  where?: ProposalFilter | null;

  @Field(() => proposalOrder.input, { nullable: true, description: "Their order; by title when left out." })
  orderBy?: InstanceType<typeof proposalOrder.input> | null;
}

export const ProposalRole = { SPONSOR: "SPONSOR", PARTICIPANT: "PARTICIPANT" } as const;
export type ProposalRole = (typeof ProposalRole)[keyof typeof ProposalRole];
registerEnumType(ProposalRole, {
  name: "ProposalRole",
  description: "What an actor is to a proposal.",
  valuesConfig: {
    SPONSOR: { description: "It put the proposal forward, alone or with others." },
    PARTICIPANT: { description: "It is to take part in what is proposed, in whichever role." },
  },
});

@ArgsType()
export class ActorProposalsArgs extends ProposalsArgs {
  @Field(() => ProposalRole, { nullable: true, description: "What the actor is to them; either when left out." })
  role?: ProposalRole | null;
}

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
    sourcesMatch(where, proposal, proposalSources),
    where.inSuccessionOf && inSuccession(proposal, where.inSuccessionOf),
    where.sameTitleAs && hasTitleOf(proposal, where.sameTitleAs),
    wasVotedOn(proposal, where.vote),
    liesIn(where.proposedOn, proposal, "proposedOn"),
    dateLiesIn(where.date, proposal),
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
