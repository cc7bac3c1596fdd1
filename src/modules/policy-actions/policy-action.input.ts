import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { Bearing, PolicyActionKind, PolicyActionStatus } from "../../db/generated/enums.js";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders, relatedKey } from "../../graphql/order.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { ActorFilter } from "../actors/index.js";
import { ProposalFilter } from "../proposals/index.js";
import { SourceFilter, sourceConditions } from "../sources/index.js";

@InputType({
  description: `Which policy actions. ${filterRule}`,
})
export class PolicyActionFilter {
  @Field(() => [String], { nullable: true, description: "Those with one of these slugs." })
  @Names("PolicyAction")
  slugs?: string[] | null;

  @Field(() => [PolicyActionKind], { nullable: true, description: "Those of one of these kinds." })
  kinds?: PolicyActionKind[] | null;

  @Field(() => [PolicyActionStatus], { nullable: true, description: "Those of which one of these has become." })
  statuses?: PolicyActionStatus[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those whose agent matches." })
  agent?: ActorFilter | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those through an actor that matches." })
  through?: ActorFilter | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those with a target that matches." })
  target?: ActorFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Those announced in this range." })
  announcedOn?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: "Those that were or are in effect in this range." })
  during?: DateRange | null;

  @Field(() => ProposalFilter, {
    nullable: true,
    description: "Those that bear on a proposal that matches, for or against.",
  })
  bearsOn?: ProposalFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "Those whose title or summary matches." })
  text?: TextFilter | null;

  @Field(() => SourceFilter, { nullable: true, description: sourceConditions.source })
  source?: SourceFilter | null;

  @Field(() => Boolean, { nullable: true, description: sourceConditions.soleSource })
  soleSource?: boolean | null;

  @Field(() => [PolicyActionFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: PolicyActionFilter[] | null;

  @Field(() => PolicyActionFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: PolicyActionFilter | null;
}

export const policyActionOrder = orderType(
  "PolicyAction",
  {
    ANNOUNCED_ON: {
      description:
        "The earliest day on which it can have been announced or, where that is not on record, have begun; undated ones count as latest.",
      keys: columnKey(["announcedOnEarliest", "duringEarliest"], "date", { nullable: true }),
    },
    BEGAN: {
      description: "The earliest day on which it can have begun; undated ones count as latest.",
      keys: columnKey("duringEarliest", "date", { nullable: true }),
    },
    TITLE: { description: "Its title.", keys: columnKey("title", "text") },
    AGENT: { description: "The agent's name.", keys: relatedKey("agentId", "Actor", "name") },
    ...recordingOrders,
  },
  { field: "ANNOUNCED_ON", direction: "ASC" },
);

@ArgsType()
export class PolicyActionsArgs extends RetractableArgs {
  @Field(() => PolicyActionFilter, { nullable: true, description: "Which policy actions; all when left out." })
  where?: PolicyActionFilter | null;

  @Field(() => policyActionOrder.input, {
    nullable: true,
    description: "Their order; by when they were announced when left out.",
  })
  orderBy?: InstanceType<typeof policyActionOrder.input> | null;
}

export const PolicyActionRole = { AGENT: "AGENT", TARGET: "TARGET" } as const;
export type PolicyActionRole = (typeof PolicyActionRole)[keyof typeof PolicyActionRole];
registerEnumType(PolicyActionRole, {
  name: "PolicyActionRole",
  description: "What an actor is to a policy action.",
  valuesConfig: {
    AGENT: { description: "It acts: as the agent that the action binds, or as the one through whom that agent acts." },
    TARGET: { description: "The action is aimed at it, or done to it." },
  },
});

@ArgsType()
export class ActorPolicyActionsArgs extends PolicyActionsArgs {
  @Field(() => PolicyActionRole, { nullable: true, description: "What the actor is to them; either when left out." })
  role?: PolicyActionRole | null;
}

@ArgsType()
export class ProposalPolicyActionsArgs extends PolicyActionsArgs {
  @Field(() => Bearing, { nullable: true, description: "Only those that bear on it in this way; both when left out." })
  bearing?: Bearing | null;
}
