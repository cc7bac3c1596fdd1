import { ArrayMaxSize, ArrayNotEmpty, IsInt, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MeetsRule } from "../../graphql/mutation/meets-rule.js";
import { reasonRule, reasonText } from "../../graphql/mutation/write-inputs.js";

const most = 100;
const sizes = `1 to ${most}`;

@InputType({ description: "Which draft is decided." })
class DraftToDecideInput {
  @Field(() => ID, { description: "Its global id, such as `draft_01h2xcejqtf2nbrexx3vqjhp41`." })
  id: string;

  @Field(() => Int, {
    description:
      "Its version that you have seen: where its author changed it since, it is not decided, and `Conflict` says so.",
  })
  @IsInt()
  @Min(1)
  version: number;
}

/** What is decided. Checked by class-validator; the errors come back in the payload. */
@InputType()
abstract class DecideDraftsInput {
  @Field(() => [DraftToDecideInput], { description: `The drafts, each once: ${sizes}.` })
  @ArrayNotEmpty({ message: `must have ${sizes} drafts` })
  @ArrayMaxSize(most, { message: `must have ${sizes} drafts` })
  drafts: DraftToDecideInput[];

  @Field(() => String, { nullable: true, description: `Why: ${reasonText}` })
  @MeetsRule(reasonRule)
  reason?: string | null;
}

@InputType({ description: "Which drafts are approved, and perhaps why." })
export class ApproveDraftsInput extends DecideDraftsInput {}

@InputType({ description: "Which drafts are rejected, and why." })
export class RejectDraftsInput extends DecideDraftsInput {
  @Field(() => String, { description: `Why, for the author: ${reasonText}` })
  override reason: string;
}
