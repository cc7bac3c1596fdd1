import { ArgsType, Field, InputType } from "type-graphql";
import { allOf, anyOf, type Condition, isNot, oneOf } from "../../../db/reading/conditions.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { RetractableArgs } from "../../../graphql/connection/retractable-args.js";
import type { Link } from "../../../graphql/field-sql.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { columnKey, orderType, recordingOrders, relatedKey } from "../../../graphql/order.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { marginOf, ProposalFilter, proposalWithId, VoteConditions, voteMatches } from "../../proposals/index.js";
import { SourceFilter, sourceConditions, sourcesMatch } from "../../sources/index.js";

/** The table that ties a roll call to its sources. */
export const rollCallSources: Link = { table: "RollCallSource", from: "rollCallId", to: "sourceId" };

@InputType({
  description: `A filter for roll calls. ${filterRule}`,
})
export class RollCallFilter extends VoteConditions {
  @Field(() => [String], { nullable: true, description: "Only entities with one of these slugs." })
  @Names("RollCall")
  slugs?: string[] | null;

  @Field(() => ProposalFilter, {
    nullable: true,
    description: "Only roll calls on a proposal that matches this filter.",
  })
  proposal?: ProposalFilter | null;

  @Field(() => SourceFilter, { nullable: true, description: sourceConditions.source })
  source?: SourceFilter | null;

  @Field(() => Boolean, { nullable: true, description: sourceConditions.soleSource })
  soleSource?: boolean | null;

  @Field(() => [RollCallFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: RollCallFilter[] | null;

  @Field(() => RollCallFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: RollCallFilter | null;
}

export const rollCallOrder = orderType(
  "RollCall",
  {
    HELD_ON: {
      description: "The earliest day on which the vote can have been held.",
      keys: columnKey("heldOnEarliest", "date"),
    },
    MARGIN: {
      description: "The margin: smallest, that is most contested, first. Roll calls without a margin count as largest.",
      keys: (rollCall) => [{ sql: sql`coalesce(${marginOf(rollCall)}, 999999999)`, type: "integer" }],
    },
    PROPOSAL: { description: "The proposal's title.", keys: relatedKey("proposalId", "Proposal", "title") },
    ...recordingOrders,
  },
  { field: "HELD_ON", direction: "ASC" },
);

@ArgsType()
export class RollCallsArgs extends RetractableArgs {
  @Field(() => RollCallFilter, { nullable: true, description: "Only roll calls that match this filter. Default: all." })
  where?: RollCallFilter | null;

  @Field(() => rollCallOrder.input, {
    nullable: true,
    description: "The sort order. Default: by the date on which they were held.",
  })
  orderBy?: InstanceType<typeof rollCallOrder.input> | null;
}

/** The arguments of the root field. */
@ArgsType()
export class AllRollCallsArgs extends RollCallsArgs {
  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

/** Whether the roll call in a table under this alias matches a filter; undefined where the filter demands nothing. */
export function rollCallMatches(
  where: RollCallFilter | null | undefined,
  rollCall: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${rollCall}."slug"`, where.slugs),
    proposalWithId(sql`${rollCall}."proposalId"`, where.proposal, asOf),
    voteMatches(where, rollCall),
    sourcesMatch(where, rollCall, rollCallSources),
    where.or && anyOf(where.or.map((filter) => rollCallMatches(filter, rollCall, asOf))),
    where.not && isNot(rollCallMatches(where.not, rollCall, asOf)),
  ]);
}

/** Whether the roll call with an id matches a filter and is not retracted; undefined where the filter demands nothing. */
export function rollCallWithId(id: Sql, where: RollCallFilter | null | undefined, asOf: string | undefined): Condition {
  const matches = rollCallMatches(where, raw("roll_call"), asOf);
  return (
    matches &&
    sql`${id} in (select roll_call."id" from "RollCall" roll_call
    where roll_call."retractedAt" is null and ${matches})`
  );
}
