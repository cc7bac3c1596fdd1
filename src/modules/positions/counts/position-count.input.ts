import { ArgsType, Field, registerEnumType } from "type-graphql";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
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
      "What to count by; the counts are ordered by the first, then by the second and so on. An empty list gives one count of all. At most 10,000 counts: more are refused.",
  })
  @MayBeEmpty()
  groupBy: PositionGroup[];
}
