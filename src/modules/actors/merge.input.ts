import { IsInt, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MeetsRule } from "../../graphql/mutation/meets-rule.js";
import { ReasonedInput } from "../../graphql/mutation/write-inputs.js";
import { reference } from "../../record/format/reference.js";

const actor = reference("actors", "An actor.");

@InputType({ description: "Which two records are of one actor." })
export class MergeActorsInput extends ReasonedInput {
  @Field(() => ID, { description: "The record that stays: its slug or global id." })
  @MeetsRule(actor, { reference: true })
  keep: string;

  @Field(() => Int, {
    description: "The version of `keep` that you have seen: where somebody changed it since, `Conflict` says so.",
  })
  @IsInt()
  @Min(1)
  keepVersion: number;

  @Field(() => ID, { description: "The record that is merged into it: its slug or global id." })
  @MeetsRule(actor, { reference: true })
  merge: string;

  @Field(() => Int, {
    description: "The version of `merge` that you have seen: where somebody changed it since, `Conflict` says so.",
  })
  @IsInt()
  @Min(1)
  mergeVersion: number;
}

@InputType({ description: "Which merge is taken back." })
export class UnmergeActorsInput extends ReasonedInput {
  @Field(() => ID, { description: "The record that was merged into another: the slug or the global id that it had." })
  @MeetsRule(actor, { reference: true })
  merged: string;
}
