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
  description: `A filter for policy actions. ${filterRule}`,
})
export class PolicyActionFilter {
  @Field(() => [String], { nullable: true, description: "Only entities with one of these slugs." })
  @Names("PolicyAction")
  slugs?: string[] | null;

  @Field(() => [PolicyActionKind], { nullable: true, description: "Only entities of one of these kinds." })
  kinds?: PolicyActionKind[] | null;

  @Field(() => [PolicyActionStatus], { nullable: true, description: "Only those with one of these statuses." })
  statuses?: PolicyActionStatus[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Only policy actions whose agent matches this filter." })
  agent?: ActorFilter | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description: "Only policy actions taken through an actor that matches this filter.",
  })
  through?: ActorFilter | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description: "Only policy actions with a target that matches this filter.",
  })
  target?: ActorFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Only policy actions announced in this range." })
  announcedOn?: DateRange | null;

  @Field(() => DateRange, {
    nullable: true,
    description: "Only policy actions that were or are in effect in this range.",
  })
  during?: DateRange | null;

  @Field(() => ProposalFilter, {
    nullable: true,
    description: "Only policy actions that advance or undermine a proposal that matches this filter.",
  })
  bearsOn?: ProposalFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "Only those whose title or summary matches." })
  text?: TextFilter | null;

  @Field(() => SourceFilter, { nullable: true, description: sourceConditions.source })
  source?: SourceFilter | null;

  @Field(() => Boolean, { nullable: true, description: sourceConditions.soleSource })
  soleSource?: boolean | null;

  @Field(() => [PolicyActionFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: PolicyActionFilter[] | null;

  @Field(() => PolicyActionFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: PolicyActionFilter | null;
}

export const policyActionOrder = orderType(
  "PolicyAction",
  {
    ANNOUNCED_ON: {
      description:
        "The earliest day on which the action can have been announced. If that is not recorded, the earliest day on which it can have begun. Undated actions count as latest.",
      keys: columnKey(["announcedOnEarliest", "duringEarliest"], "date", { nullable: true }),
    },
    BEGAN: {
      description: "The earliest day on which it can have begun. Undated rows count as latest.",
      keys: columnKey("duringEarliest", "date", { nullable: true }),
    },
    TITLE: { description: "The title.", keys: columnKey("title", "text") },
    AGENT: { description: "The agent's name.", keys: relatedKey("agentId", "Actor", "name") },
    ...recordingOrders,
  },
  { field: "ANNOUNCED_ON", direction: "ASC" },
);

@ArgsType()
export class PolicyActionsArgs extends RetractableArgs {
  @Field(() => PolicyActionFilter, {
    nullable: true,
    description: "Only policy actions that match this filter. Default: all.",
  })
  where?: PolicyActionFilter | null;

  @Field(() => policyActionOrder.input, {
    nullable: true,
    description: "The sort order. Default: by the date of announcement.",
  })
  orderBy?: InstanceType<typeof policyActionOrder.input> | null;
}

export const PolicyActionRole = { AGENT: "AGENT", TARGET: "TARGET" } as const;
export type PolicyActionRole = (typeof PolicyActionRole)[keyof typeof PolicyActionRole];
registerEnumType(PolicyActionRole, {
  name: "PolicyActionRole",
  description: "The role of an actor in a policy action.",
  valuesConfig: {
    AGENT: {
      description: "The actor acts: as the agent that the action binds, or as the actor through which that agent acts.",
    },
    TARGET: { description: "The action is aimed at the actor." },
  },
});

@ArgsType()
export class ActorPolicyActionsArgs extends PolicyActionsArgs {
  @Field(() => PolicyActionRole, {
    nullable: true,
    description: "Only those in which the actor has this role. Default: any role.",
  })
  role?: PolicyActionRole | null;
}

@ArgsType()
export class ProposalPolicyActionsArgs extends PolicyActionsArgs {
  @Field(() => Bearing, {
    nullable: true,
    description: "Only policy actions with this bearing on the proposal. Default: both.",
  })
  bearing?: Bearing | null;
}
