import { IsInt, Min } from "class-validator";
import { GraphQLJSON } from "graphql-scalars";
import { Field, InputType, Int } from "type-graphql";
import { TargetInput } from "../../graphql/mutation/write-inputs.js";

@InputType({ description: "What a draft is to hold instead. The reason that it has stays where none is given." })
export class ReviseDraftInput extends TargetInput {
  @Field(() => GraphQLJSON, {
    description:
      "In place of the whole `entry` of the draft, and checked as the input of `record…` or `revise…` is: an object with the same fields; of a revision those that are to be different, null where one is to be cleared.",
  })
  entry: unknown;

  @Field(() => Int, {
    nullable: true,
    description:
      "Of a draft of a revision: the version of the entity that you have seen, where it was changed since the draft was made. As it was when left out.",
  })
  @IsInt()
  @Min(1)
  entityVersion?: number | null;
}

@InputType({ description: "Which draft is taken back, and perhaps why." })
export class WithdrawDraftInput extends TargetInput {}
