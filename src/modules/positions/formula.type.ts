import { Field, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "A reference to how a number is computed, so that it can be computed again.",
})
export class Formula {
  @Field(() => String, { description: "The common name of the measure." })
  name: string;

  @Field(() => String, {
    description: "The version of the computation. It changes whenever the same input would give a different number.",
  })
  version: string;

  @Field(() => String, { description: "The formula in words and symbols." })
  definition: string;

  @Field(() => String, { description: "The publication that defines the measure." })
  reference: string;
}
