import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders } from "../../graphql/order.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { ActorFilter } from "../actors/index.js";

@InputType({
  description: `Which statements. ${filterRule}`,
})
export class StatementFilter {
  @Field(() => [String], { nullable: true, description: "Those with one of these slugs." })
  @Names("Statement")
  slugs?: string[] | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description: "Those whose speaker matches; none while the speaker is unresolved.",
  })
  speaker?: ActorFilter | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those made on behalf of an actor that matches." })
  onBehalfOf?: ActorFilter | null;

  @Field(() => String, { nullable: true, description: "Those made at the meeting with this slug." })
  @Names("Meeting")
  meeting?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Those that mention something with one of these slugs, be it a proposal, a policy action or an actor.",
  })
  @Names("Proposal", "PolicyAction", "Actor")
  mentions?: string[] | null;

  @Field(() => DateRange, { nullable: true, description: "Those made in this range." })
  madeOn?: DateRange | null;

  @Field(() => TextFilter, { nullable: true, description: "Those whose summary or quote matches." })
  text?: TextFilter | null;

  @Field(() => [StatementFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: StatementFilter[] | null;

  @Field(() => StatementFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: StatementFilter | null;
}

export const statementOrder = orderType(
  "Statement",
  {
    MADE_ON: {
      description: "The earliest day on which it can have been made; those of one day in the order of their recording.",
      keys: columnKey("madeOnEarliest", "date"),
    },
    ...recordingOrders,
  },
  { field: "MADE_ON", direction: "ASC" },
);

@ArgsType()
export class StatementsArgs extends RetractableArgs {
  @Field(() => StatementFilter, { nullable: true, description: "Which statements; all when left out." })
  where?: StatementFilter | null;

  @Field(() => statementOrder.input, {
    nullable: true,
    description: "Their order; by when they were made when left out.",
  })
  orderBy?: InstanceType<typeof statementOrder.input> | null;
}

export const StatementRole = { SPEAKER: "SPEAKER", ON_BEHALF: "ON_BEHALF" } as const;
export type StatementRole = (typeof StatementRole)[keyof typeof StatementRole];
registerEnumType(StatementRole, {
  name: "StatementRole",
  description: "What an actor is to a statement.",
  valuesConfig: {
    SPEAKER: { description: "It said or wrote it." },
    ON_BEHALF: { description: "It was said or written on its behalf." },
  },
});

@ArgsType()
export class ActorStatementsArgs extends StatementsArgs {
  @Field(() => StatementRole, { nullable: true, description: "What the actor is to them; either when left out." })
  role?: StatementRole | null;
}
