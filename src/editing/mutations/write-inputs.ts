import { IsInt, Matches, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { text } from "../../record/format/fields.js";
import { MeetsRule } from "./meets-rule.js";

const longestReason = 1_000;
export const reasonText = `1 to ${longestReason} characters, for those who read the revisions.`;
export const reasonRule = text("Why.", longestReason);
const keyText =
  "A text of your own choice, 1 to 200 printable ASCII characters, new for each new request: the same key and input again, within 24 hours, has the same answer and changes nothing. Send it where a request may have to be repeated.";

/** What every write can have. Checked by class-validator; the errors come back in the payload. */
@InputType()
export abstract class WriteInput {
  @Field(() => String, { nullable: true, description: `Why: ${reasonText}` })
  @MeetsRule(reasonRule)
  reason?: string | null;

  @Field(() => String, { nullable: true, description: keyText })
  @Matches(/^[\x20-\x7e]{1,200}$/, { message: "must be 1 to 200 printable ASCII characters" })
  idempotencyKey?: string | null;
}

/** What every write has that must say why. */
@InputType()
export abstract class ReasonedInput extends WriteInput {
  @Field(() => String, { description: `Why: ${reasonText}` })
  override reason: string;
}

/** Which entity a write changes. */
@InputType()
export abstract class TargetInput extends WriteInput {
  @Field(() => ID, { description: "The global id of what is changed, such as `actor_01h2xcejqtf2nbrexx3vqjhp41`." })
  id: string;

  @Field(() => Int, {
    description:
      "Its version that you have seen: where somebody changed it since, nothing is done, and `Conflict` says so.",
  })
  @IsInt()
  @Min(1)
  version: number;
}

/** What takes an entity back, or brings it back. */
@InputType("ChangeStandingInput", { description: "What is taken back or brought back, and why." })
export class ChangeStandingInput extends TargetInput {
  @Field(() => String, { description: `Why: ${reasonText}` })
  override reason: string;
}
