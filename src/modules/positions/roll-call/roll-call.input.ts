import { ArgsType, Field, InputType, Int } from "type-graphql";
import { RetractableArgs } from "../../../graphql/connection/retractable-args.js";
import { DateRange } from "../../../graphql/filters/date-range.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { columnKey, orderType, recordingOrders } from "../../../graphql/order.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { ProposalFilter } from "../../proposals/index.js";

@InputType({
  description: `Which roll calls. ${filterRule}`,
})
export class RollCallFilter {
  @Field(() => [String], { nullable: true, description: "Those with one of these slugs." })
  @Names("RollCall")
  slugs?: string[] | null;

  @Field(() => ProposalFilter, { nullable: true, description: "Those on a proposal that matches." })
  proposal?: ProposalFilter | null;

  @Field(() => String, { nullable: true, description: "Those of the body (an actor) with this slug." })
  @Names("Actor")
  body?: string | null;

  @Field(() => Int, { nullable: true, description: "Those of this session of their body." })
  session?: number | null;

  @Field(() => DateRange, { nullable: true, description: "Those held in this range." })
  heldOn?: DateRange | null;

  @Field(() => [RollCallFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: RollCallFilter[] | null;

  @Field(() => RollCallFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: RollCallFilter | null;
}

export const rollCallOrder = orderType(
  "RollCall",
  {
    HELD_ON: {
      description: "The earliest day on which it can have been held.",
      keys: columnKey("heldOnEarliest", "date"),
    },
    ...recordingOrders,
  },
  { field: "HELD_ON", direction: "ASC" },
);

@ArgsType()
export class RollCallsArgs extends RetractableArgs {
  @Field(() => RollCallFilter, { nullable: true, description: "Which roll calls; all when left out." })
  where?: RollCallFilter | null;

  @Field(() => rollCallOrder.input, {
    nullable: true,
    description: "Their order; by when they were held when left out.",
  })
  orderBy?: InstanceType<typeof rollCallOrder.input> | null;
}
