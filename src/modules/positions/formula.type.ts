import { Field, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "How a number is computed, so that it can be computed again." })
export class Formula {
  @Field(() => String, { description: "The usual name of the measure." })
  name: string;

  @Field(() => String, { description: "Changes whenever the same input gives another number." })
  version: string;

  @Field(() => String, { description: "The formula in words and symbols." })
  definition: string;

  @Field(() => String, { description: "The publication that defines the measure." })
  reference: string;
}
