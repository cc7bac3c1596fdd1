import { ValidateBy, type ValidationArguments } from "class-validator";
import { Field, InputType, Int } from "type-graphql";

function NotBelowFrom(): PropertyDecorator {
  const isInOrder = (to: number, args?: ValidationArguments): boolean => {
    const { from } = (args?.object ?? {}) as IntRange; // decorates IntRange alone
    return from == null || from <= to;
  };
  return ValidateBy({
    name: "notBelowFrom",
    validator: { validate: isInOrder, defaultMessage: () => "must not be below `from`" },
  });
}

@InputType({
  description:
    "A range of whole numbers, including both ends. A range without any end has no effect. Rows without a recorded number never match.",
})
export class IntRange {
  @Field(() => Int, { nullable: true, description: "The smallest number. Default: no lower limit." })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: "The largest number. Default: no upper limit." })
  @NotBelowFrom()
  to?: number | null;
}
