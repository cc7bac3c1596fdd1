import { ArrayMaxSize, ArrayNotEmpty } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

const most = 100;
const sizes = `1 to ${most}`;

/** Checked by class-validator; the errors come back in the payload. */
@InputType({ description: "Which deliveries are tried again." })
export class RetryWebhookDeliveriesInput {
  @Field(() => [ID], {
    description: `Their global ids, such as \`delivery_01h2xcejqtf2nbrexx3vqjhp41\`, each once: ${sizes}.`,
  })
  @ArrayNotEmpty({ message: `must have ${sizes} ids` })
  @ArrayMaxSize(most, { message: `must have ${sizes} ids` })
  ids: string[];
}
