import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { OrderDirection } from "../../../graphql/order.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { MayBeEmpty } from "../../../graphql/validation/value-rules.js";
import { asOfDescription, PositionFilter } from "../position/position.input.js";

export const PositionGroup = {
  STANCE: "STANCE",
  BASIS: "BASIS",
  HOLDER: "HOLDER",
  HOLDER_KIND: "HOLDER_KIND",
  SUBJECT: "SUBJECT",
  TOPIC: "TOPIC",
  YEAR: "YEAR",
  MONTH: "MONTH",
} as const;
export type PositionGroup = (typeof PositionGroup)[keyof typeof PositionGroup];

registerEnumType(PositionGroup, {
  name: "PositionGroup",
  description: "A property by which positions are grouped, and the order of the groups.",
  valuesConfig: {
    STANCE: { description: "The stance, in the order of `Stance`." },
    BASIS: { description: "The basis, in the order of `PositionBasis`." },
    HOLDER: { description: "The holder, sorted by name." },
    HOLDER_KIND: { description: "The kind of the holder, in the order of `ActorKind`." },
    SUBJECT: { description: "The proposal or policy action, sorted by title." },
    TOPIC: {
      description:
        "A topic of the proposal, sorted by name. A position counts under each topic of its proposal. Positions on a policy action, or on a proposal without a topic, form the last group, with a null topic.",
    },
    YEAR: {
      description:
        "The year of `since`. Positions whose `since` can lie in different years form the last group, with a null year.",
    },
    MONTH: {
      description:
        "The month of `since`. Positions whose `since` can lie in different months form the last group, with a null month.",
    },
  },
});

export const PositionCountOrderField = { GROUPS: "GROUPS", COUNT: "COUNT" } as const;
export type PositionCountOrderField = (typeof PositionCountOrderField)[keyof typeof PositionCountOrderField];

registerEnumType(PositionCountOrderField, {
  name: "PositionCountOrderField",
  description: "The values by which counts can be sorted.",
  valuesConfig: {
    GROUPS: { description: "The groups: by the first grouping, then by the second and so on." },
    COUNT: { description: "The number of positions. Equal counts are sorted by group." },
  },
});

@InputType({ description: "How to sort the counts. Default: `GROUPS`, `ASC`." })
export class PositionCountOrder {
  @Field(() => PositionCountOrderField, { description: "The value to sort by." })
  field: PositionCountOrderField;

  @Field(() => OrderDirection, {
    nullable: true,
    defaultValue: OrderDirection.ASC,
    description: "The sort direction. Null means the default.",
  })
  direction?: OrderDirection | null;
}

@ArgsType()
export class PositionCountsArgs {
  @Field(() => PositionFilter, {
    nullable: true,
    description: "Only standing positions that match this filter are counted. Default: all.",
  })
  where?: PositionFilter | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;

  @Field(() => [PositionGroup], {
    description:
      "The properties to group by. Groups are sorted by the first, then by the second and so on, unless `orderBy` says otherwise. An empty list returns one total. At most 10,000 groups; a larger result is refused.",
  })
  @MayBeEmpty()
  groupBy: PositionGroup[];

  @Field(() => PositionCountOrder, { nullable: true, description: "The sort order. Default: by group." })
  orderBy?: PositionCountOrder | null;
}
