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
  description: `A filter for proposals. ${filterRule}`,
})
export class ProposalFilter {
  @Field(() => [String], { nullable: true, description: "Only entities with one of these slugs." })
  @Names("Proposal")
  slugs?: string[] | null;

  @Field(() => [ProposalKind], { nullable: true, description: "Only entities of one of these kinds." })
  kinds?: ProposalKind[] | null;

  @Field(() => [ProposalStatus], { nullable: true, description: "Only those with one of these statuses." })
  statuses?: ProposalStatus[] | null;

  @Field(() => [String], { nullable: true, description: "Only proposals on one of the topics with these slugs." })
  @Names("Topic")
  topics?: string[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Only proposals with a sponsor that matches this filter." })
  sponsor?: ActorFilter | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description: "Only proposals with a participant that matches this filter, in any role.",
  })
  participant?: ActorFilter | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Only proposals in the same succession as the proposals with these slugs: these proposals, and all that are linked to them by recorded relations of the kinds `SUPERSEDES` and `BUILDS_ON`, in either direction and over any number of steps.",
  })
  @Names("Proposal")
  inSuccessionOf?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Only proposals with the same title as one of the proposals with these slugs, including these. A recurring question usually keeps its title, but different questions may share one.",
  })
  @Names("Proposal")
  sameTitleAs?: string[] | null;

  @Field(() => VoteFilter, { nullable: true, description: "Only proposals with a roll call that matches this filter." })
  vote?: VoteFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Only proposals put forward in this range." })
  proposedOn?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: "Only proposals whose `date` lies in this range." })
  date?: DateRange | null;

  @Field(() => DateRange, {
    nullable: true,
    description: "Only proposals whose `timeframe` shares a day with this range.",
  })
  timeframe?: DateRange | null;

  @Field(() => TextFilter, { nullable: true, description: "Only those whose title or summary matches." })
  text?: TextFilter | null;

  @Field(() => SourceFilter, { nullable: true, description: sourceConditions.source })
  source?: SourceFilter | null;

  @Field(() => Boolean, { nullable: true, description: sourceConditions.soleSource })
  soleSource?: boolean | null;

  @Field(() => [ProposalFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: ProposalFilter[] | null;

  @Field(() => ProposalFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: ProposalFilter | null;
}

export const proposalOrder = orderType(
  "Proposal",
  {
    TITLE: { description: "The title.", keys: columnKey("title", "text") },
    PROPOSED_ON: {
      description:
        "The earliest day on which the proposal can have been put forward. Undated proposals count as latest.",
      keys: columnKey("proposedOnEarliest", "date", { nullable: true }),
    },
    DATE: {
      description: "The earliest day of `date`. Undated proposals count as latest.",
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
  @Field(() => ProposalFilter, { nullable: true, description: "Only proposals that match this filter. Default: all." })
  where?: ProposalFilter | null;

  @Field(() => proposalOrder.input, { nullable: true, description: "The sort order. Default: by title." })
  orderBy?: InstanceType<typeof proposalOrder.input> | null;
}

export const ProposalRole = { SPONSOR: "SPONSOR", PARTICIPANT: "PARTICIPANT" } as const;
export type ProposalRole = (typeof ProposalRole)[keyof typeof ProposalRole];
registerEnumType(ProposalRole, {
  name: "ProposalRole",
  description: "The role of an actor in a proposal.",
  valuesConfig: {
    SPONSOR: { description: "The actor put the proposal forward, alone or with others." },
    PARTICIPANT: { description: "The actor is to take part in what is proposed, in any role." },
  },
});

@ArgsType()
export class ActorProposalsArgs extends ProposalsArgs {
  @Field(() => ProposalRole, {
    nullable: true,
    description: "Only those in which the actor has this role. Default: any role.",
  })
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
