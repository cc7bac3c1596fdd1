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
  description: "What positions that are counted together have in common, and how the counts are ordered by it.",
  valuesConfig: {
    STANCE: { description: "Their stance; in the order of `Stance`." },
    BASIS: { description: "Their basis; in the order of `PositionBasis`." },
    HOLDER: { description: "Their holder; by name." },
    HOLDER_KIND: { description: "What sort of actor their holder is; in the order of `ActorKind`." },
    SUBJECT: { description: "The proposal or policy action that they are on; by title." },
    TOPIC: {
      description:
        "A topic of the proposal that they are on; by name. A position counts under each of several topics; null, last, has those on a policy action or a proposal without one.",
    },
    YEAR: { description: "The year of their `since`; null, last, has those that may lie in either of two." },
    MONTH: { description: "The month of their `since`; null, last, has those that may lie in either of two." },
  },
});

export const PositionCountOrderField = { GROUPS: "GROUPS", COUNT: "COUNT" } as const;
export type PositionCountOrderField = (typeof PositionCountOrderField)[keyof typeof PositionCountOrderField];

registerEnumType(PositionCountOrderField, {
  name: "PositionCountOrderField",
  description: "What counts can be ordered by.",
  valuesConfig: {
    GROUPS: { description: "What they are grouped by: the first group, then the second and so on." },
    COUNT: { description: "How many positions there are; equal counts by what they are grouped by." },
  },
});

@InputType({ description: "An order of counts. When left out: GROUPS, ASC." })
export class PositionCountOrder {
  @Field(() => PositionCountOrderField, { description: "What to order by." })
  field: PositionCountOrderField;

  @Field(() => OrderDirection, {
    nullable: true,
    defaultValue: OrderDirection.ASC,
    description: "Which end comes first. Null is the default.",
  })
  direction?: OrderDirection | null;
}

@ArgsType()
export class PositionCountsArgs {
  @Field(() => PositionFilter, {
    nullable: true,
    description: "Which of the standing positions to count; all when left out.",
  })
  where?: PositionFilter | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;

  @Field(() => [PositionGroup], {
    description:
      "What to count by; the counts are ordered by the first, then by the second and so on, unless `orderBy` says otherwise. An empty list gives one count of all. At most 10,000 counts: more are refused.",
  })
  @MayBeEmpty()
  groupBy: PositionGroup[];

  @Field(() => PositionCountOrder, { nullable: true, description: "Their order; by groups when left out." })
  orderBy?: PositionCountOrder | null;
}
