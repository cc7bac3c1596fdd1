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
    "A range of whole numbers, both ends included. Without an end it is no condition. A number that is not on record never matches.",
})
export class IntRange {
  @Field(() => Int, { nullable: true, description: "The smallest number; open when left out." })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: "The largest number; open when left out." })
  @NotBelowFrom()
  to?: number | null;
}
