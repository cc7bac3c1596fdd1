import { ArgsType, Field, ID, InputType } from "type-graphql";
import { PositionBasis, Stance } from "../../../db/generated/enums.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { includeRetractedOptions } from "../../../graphql/connection/retractable-args.js";
import { DateRange } from "../../../graphql/filters/date-range.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { columnKey, orderType, recordingOrders } from "../../../graphql/order.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { IdsOf } from "../../../graphql/validation/value-rules.js";
import { ActorFilter } from "../../actors/index.js";
import { SubjectFilter } from "../../policy-actions/index.js";
import { Position } from "./position.type.js";

/** What every `asOf` in this module means. */
export const asOfDescription =
  "Only positions that stood on this day: what was certainly held by then, and not yet replaced. Left out: the request's `Standpoint-As-Of`, else now.";

@InputType({
  description: `Which positions. ${filterRule} Where standing positions are asked for, these are what is filtered: an older position of the same holder never matches in place of the standing one.`,
})
export class PositionFilter {
  @Field(() => ActorFilter, { nullable: true, description: "Those whose holder matches." })
  holder?: ActorFilter | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those held through an actor that matches." })
  through?: ActorFilter | null;

  @Field(() => SubjectFilter, { nullable: true, description: "Those on a subject that matches." })
  subject?: SubjectFilter | null;

  @Field(() => [Stance], { nullable: true, description: "Those with one of these stances." })
  stances?: Stance[] | null;

  @Field(() => [PositionBasis], { nullable: true, description: "Those with one of these bases." })
  bases?: PositionBasis[] | null;

  @Field(() => DateRange, { nullable: true, description: "Those whose `since` lies in this range." })
  since?: DateRange | null;

  @Field(() => [PositionFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: PositionFilter[] | null;

  @Field(() => PositionFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: PositionFilter | null;
}

export const positionOrder = orderType(
  "Position",
  {
    SINCE: { description: "The earliest day of its `since`.", keys: columnKey("sinceEarliest", "date") },
    ...recordingOrders,
  },
  { field: "SINCE", direction: "ASC" },
);

@ArgsType()
export class PositionByIdArgs {
  @Field(() => ID, {
    description: "Its global id, such as `position_01h2xcejqtf2nbrexx3vqjhp41`; the id of another type is refused.",
  })
  @IdsOf(() => [Position.prefix])
  id: string;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

@ArgsType()
export class PositionListArgs extends ConnectionArgs {
  @Field(() => PositionFilter, { nullable: true, description: "Which positions; all when left out." })
  where?: PositionFilter | null;

  @Field(() => positionOrder.input, {
    nullable: true,
    description: "Their order; by `since` when left out.",
  })
  orderBy?: InstanceType<typeof positionOrder.input> | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

@ArgsType()
export class PositionHistoryArgs extends PositionListArgs {
  @Field(() => Boolean, includeRetractedOptions)
  includeRetracted?: boolean | null;
}

/** Standing positions: none of them is retracted. */
@ArgsType()
export class PositionsArgs extends PositionListArgs {
  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}
