import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { allOf, anyOf, type Condition, isIn, isNot, liesIn, oneOf, textMatches } from "../../db/reading/conditions.js";
import { type Sql, sql } from "../../db/sql.js";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import type { Link } from "../../graphql/field-sql.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders, relatedKey } from "../../graphql/order.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { ActorFilter, actorsNamed, actorWithId } from "../actors/index.js";
import { ProposalFilter, proposalWithId } from "../proposals/index.js";
import { SourceFilter, sourceConditions, sourcesMatch } from "../sources/index.js";

/** The table that ties a statement to its sources. */
export const statementSources: Link = { table: "StatementSource", from: "statementId", to: "sourceId" };

@InputType({
  description: `A filter for statements. ${filterRule}`,
})
export class StatementFilter {
  @Field(() => [String], { nullable: true, description: "Only entities with one of these slugs." })
  @Names("Statement")
  slugs?: string[] | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description:
      "Only statements whose speaker matches this filter. Statements without an identified speaker never match.",
  })
  speaker?: ActorFilter | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description: "Only statements made on behalf of an actor that matches this filter.",
  })
  onBehalfOf?: ActorFilter | null;

  @Field(() => String, { nullable: true, description: "Only statements made at the meeting with this slug." })
  @Names("Meeting")
  meeting?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Only statements that mention a proposal, policy action or actor with one of these slugs.",
  })
  @Names("Proposal", "PolicyAction", "Actor")
  mentions?: string[] | null;

  @Field(() => ProposalFilter, {
    nullable: true,
    description: "Only statements that mention a proposal that matches this filter.",
  })
  mentionedProposal?: ProposalFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Only statements made in this range." })
  madeOn?: DateRange | null;

  @Field(() => TextFilter, { nullable: true, description: "Only statements whose summary or quote matches." })
  text?: TextFilter | null;

  @Field(() => SourceFilter, { nullable: true, description: sourceConditions.source })
  source?: SourceFilter | null;

  @Field(() => Boolean, { nullable: true, description: sourceConditions.soleSource })
  soleSource?: boolean | null;

  @Field(() => [StatementFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: StatementFilter[] | null;

  @Field(() => StatementFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: StatementFilter | null;
}

export const statementOrder = orderType(
  "Statement",
  {
    MADE_ON: {
      description:
        "The earliest day on which the statement can have been made. Statements of the same day are in the order of recording.",
      keys: columnKey("madeOnEarliest", "date"),
    },
    SPEAKER: {
      description: "The speaker's name. If the speaker is not identified, the name as printed.",
      keys: relatedKey("speakerId", "Actor", "name", (statement) => sql`coalesce(${statement}."speakerAsPrinted", '')`),
    },
    ...recordingOrders,
  },
  { field: "MADE_ON", direction: "ASC" },
);

@ArgsType()
export class StatementsArgs extends RetractableArgs {
  @Field(() => StatementFilter, {
    nullable: true,
    description: "Only statements that match this filter. Default: all.",
  })
  where?: StatementFilter | null;

  @Field(() => statementOrder.input, {
    nullable: true,
    description: "The sort order. Default: by the date of the statement.",
  })
  orderBy?: InstanceType<typeof statementOrder.input> | null;
}

export const StatementRole = { SPEAKER: "SPEAKER", ON_BEHALF: "ON_BEHALF" } as const;
export type StatementRole = (typeof StatementRole)[keyof typeof StatementRole];
registerEnumType(StatementRole, {
  name: "StatementRole",
  description: "The role of an actor in a statement.",
  valuesConfig: {
    SPEAKER: { description: "The actor said or wrote the statement." },
    ON_BEHALF: { description: "The statement was made on the actor's behalf." },
  },
});

@ArgsType()
export class ActorStatementsArgs extends StatementsArgs {
  @Field(() => StatementRole, {
    nullable: true,
    description: "Only those in which the actor has this role. Default: any role.",
  })
  role?: StatementRole | null;
}

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
  const mentionsProposal = proposalWithId(sql`mention."proposalId"`, where.mentionedProposal, asOf);
  return allOf([
    oneOf(sql`${statement}."slug"`, where.slugs),
    actorWithId(sql`${statement}."speakerId"`, where.speaker, asOf),
    actorWithId(sql`${statement}."onBehalfOfId"`, where.onBehalfOf, asOf),
    where.meeting != null &&
      sql`${statement}."meetingId" in (select meeting."id" from "Meeting" meeting
        where meeting."slug" = ${where.meeting} and meeting."retractedAt" is null)`,
    where.mentions && mentionsOneOf(statement, where.mentions),
    isIn(statement, sql`select mention."statementId" from "StatementMention" mention`, mentionsProposal),
    sourcesMatch(where, statement, statementSources),
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
