import { ValidateBy, type ValidationArguments } from "class-validator";
import { Field, InputType, registerEnumType } from "type-graphql";
import { CalendarDate } from "../scalars/calendar-date.js";

export const DateMatch = { POSSIBLE: "POSSIBLE", CERTAIN: "CERTAIN" } as const;
export type DateMatch = (typeof DateMatch)[keyof typeof DateMatch];

registerEnumType(DateMatch, {
  name: "DateMatch",
  description: "How an imprecise date is compared with a range of days.",
  valuesConfig: {
    POSSIBLE: {
      description:
        'The date matches if at least one day that it can mean lies in the range: "spring 2021" matches 2021-03-01 to 2021-03-31.',
    },
    CERTAIN: { description: "The date matches if all days that it can mean lie in the range." },
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
    "A range of days, including both ends. A range without any end has no effect. A span of time matches if it shares a day with the range. Entities without a recorded date never match.",
})
export class DateRange {
  @Field(() => CalendarDate, { nullable: true, description: "The first day (YYYY-MM-DD). Default: no lower limit." })
  from?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The last day (YYYY-MM-DD). Default: no upper limit." })
  @NotBeforeFrom()
  to?: string | null;

  @Field(() => DateMatch, {
    nullable: true,
    defaultValue: DateMatch.POSSIBLE,
    description: "How imprecise dates are compared with the range. Null means the default.",
  })
  match?: DateMatch | null;
}
