import { ValidateBy, type ValidationArguments } from "class-validator";
import { Field, InputType, registerEnumType } from "type-graphql";
import { CalendarDate } from "../scalars/calendar-date.js";

export const DateMatch = { POSSIBLE: "POSSIBLE", CERTAIN: "CERTAIN" } as const;
export type DateMatch = (typeof DateMatch)[keyof typeof DateMatch];

registerEnumType(DateMatch, {
  name: "DateMatch",
  description: "How an imprecise date is held against a range of days.",
  valuesConfig: {
    POSSIBLE: { description: 'The date could lie in the range: "spring 2021" matches 2021-03-01 to 2021-03-31.' },
    CERTAIN: { description: "The date lies in the range whichever of its days is the true one." },
  },
});

/** Days compare as texts: both are "YYYY-MM-DD". */
function NotBeforeFrom(): PropertyDecorator {
  const isInOrder = (to: string, args?: ValidationArguments): boolean => {
    const { from } = (args?.object ?? {}) as DateRange; // decorates DateRange alone
    return from == null || from <= to;
  };
  return ValidateBy({
    name: "notBeforeFrom",
    validator: { validate: isInOrder, defaultMessage: () => "must not be before `from`" },
  });
}

@InputType({
  description:
    "A range of days, both ends included. Without an end it is no condition. A span of time matches when it shares a day with the range. What has no date on record never matches.",
})
export class DateRange {
  @Field(() => CalendarDate, { nullable: true, description: "The first day; open when left out." })
  from?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The last day; open when left out." })
  @NotBeforeFrom()
  to?: string | null;

  @Field(() => DateMatch, {
    nullable: true,
    defaultValue: DateMatch.POSSIBLE,
    description: "How imprecise dates are held against the range.",
  })
  match?: DateMatch | null;
}
