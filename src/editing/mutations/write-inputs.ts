import { IsInt, Matches, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { text } from "../../record/format/fields.js";
import { MeetsRule } from "./meets-rule.js";

const longestReason = 1_000;
export const reasonText = `1 to ${longestReason.toLocaleString("en")} characters. It is shown in the revisions.`;
export const reasonRule = text("Why.", longestReason);
const keyText =
  "An optional key, 1 to 200 printable ASCII characters. Use a new key for each new request. If the same key and input are sent again within 24 hours, the first result is returned and nothing is changed. Send a key whenever a client may retry.";

/** What every write can have. Checked by class-validator; the errors come back in the payload. */
@InputType()
export abstract class WriteInput {
  @Field(() => String, { nullable: true, description: `The reason for the change, ${reasonText}` })
  @MeetsRule(reasonRule)
  reason?: string | null;

  @Field(() => String, { nullable: true, description: keyText })
  @Matches(/^[\x20-\x7e]{1,200}$/, { message: "must be 1 to 200 printable ASCII characters" })
  idempotencyKey?: string | null;
}

/** What every write has that must say why. */
@InputType()
export abstract class ReasonedInput extends WriteInput {
  @Field(() => String, { description: `The reason for the change, ${reasonText}` })
  override reason: string;
}

/** Which entity a write changes. */
@InputType()
export abstract class TargetInput extends WriteInput {
  @Field(() => ID, {
    description: "The global id of the entity to change, such as `actor_01h2xcejqtf2nbrexx3vqjhp41`.",
  })
  id: string;

  @Field(() => Int, {
    description:
      "The latest version of the entity that the client has read. If the entity has changed since, nothing is written and a `Conflict` is returned.",
  })
  @IsInt()
  @Min(1)
  version: number;
}

/** What takes an entity back, or brings it back. */
@InputType("ChangeStandingInput", { description: "The entity to retract or reinstate, and the reason." })
export class ChangeStandingInput extends TargetInput {
  @Field(() => String, { description: `The reason for the change, ${reasonText}` })
  override reason: string;
}
