import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { ProposalKind, ProposalStatus } from "../../db/generated/enums.js";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders } from "../../graphql/order.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { ActorFilter } from "../actors/index.js";

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

  @Field(() => DateRange, { nullable: true, description: "Those put forward in this range." })
  proposedOn?: DateRange | null;

  @Field(() => DateRange, {
    nullable: true,
    description: "Those whose time, when what they propose is to happen or to hold, shares a day with this range.",
  })
  timeframe?: DateRange | null;

  @Field(() => TextFilter, { nullable: true, description: "Those whose title or summary matches." })
  text?: TextFilter | null;

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
