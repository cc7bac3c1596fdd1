import { ArrayMaxSize, ArrayNotEmpty } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { inPayload } from "../../../editing/mutations/entity-mutations.js";
import { MutationError, mutationError } from "../../../editing/mutations/mutation-error.type.js";
import { invalid } from "../../../editing/mutations/writing.js";
import type { FieldProblem } from "../../../errors.js";
import { EntityKey } from "../../../graphql/field-sql.js";
import { prefixedUuid } from "../../../graphql/prefixed-uuid.js";
import { decoratorProblems } from "../../../graphql/validation/validation-fields.js";
import type { Refusal } from "../../../record/write/outcome.js";
import { deliveriesOf } from "./delivery.resolver.js";
import { WebhookDelivery } from "./delivery.type.js";
import { type RetryInInput, retryDeliveries } from "./retry.repository.js";
import { deliveryPrefix } from "./webhook-message.js";

@ObjectType({ simpleResolvers: true, description: "The result of retrying deliveries." })
export class RetryWebhookDeliveriesPayload {
  @Field(() => [WebhookDelivery], {
    description: "The deliveries in their current state, in the order of the input. Empty if the input was refused.",
  })
  deliveries: EntityKey[];

  @Field(() => [MutationError], { description: "Why no delivery is retried. Empty on success." })
  errors: MutationError[];
}

const most = 100;
const sizes = `1 to ${most}`;

/** Checked by class-validator; the errors come back in the payload. */
@InputType({ description: "The deliveries to retry." })
export class RetryWebhookDeliveriesInput {
  @Field(() => [ID], {
    description: `The global ids of the deliveries, such as \`delivery_01h2xcejqtf2nbrexx3vqjhp41\`: ${sizes}, each listed once.`,
  })
  @ArrayNotEmpty({ message: `must have ${sizes} ids` })
  @ArrayMaxSize(most, { message: `must have ${sizes} ids` })
  ids: string[];
}

@Resolver()
export class RetryMutations {
  @RequiresRole("READER")
  @Mutation(() => RetryWebhookDeliveriesPayload, {
    description:
      "Retries deliveries to the caller's own webhooks at once, as if no attempt had been made. Dead and pending deliveries can be retried. If one of them cannot be retried, none is.",
  })
  async retryWebhookDeliveries(
    @Arg("input", () => RetryWebhookDeliveriesInput, { description: "The deliveries to retry.", validateFn: inPayload })
    input: RetryWebhookDeliveriesInput,
    @Ctx() { viewer, database }: Context,
  ): Promise<RetryWebhookDeliveriesPayload> {
    if (!viewer) throw new Error("@RequiresRole let somebody unknown retry deliveries");
    const sizes = decoratorProblems(input, "input");
    if (sizes.length > 0) return refused(sizes.map(invalid));
    const named = input.ids.map((id, index) => deliveryNamed(id, index, input.ids));
    const problems = named.filter((one) => "reason" in one);
    if (problems.length > 0) return refused(problems.map(invalid));
    const retried = named.filter((one) => "uuid" in one);
    const refusals = await retryDeliveries(database, viewer.author, retried);
    if (refusals.length > 0) return refused(refusals);
    await database.announceChanges();
    const own = deliveriesOf(viewer.author);
    return { deliveries: retried.map(({ uuid }) => new EntityKey(own, "id", uuid)), errors: [] };
  }
}

const refused = (refusals: readonly Refusal[]): RetryWebhookDeliveriesPayload => ({
  deliveries: [],
  errors: refusals.map(mutationError),
});

/** Each delivery can be named once. */
function deliveryNamed(id: string, index: number, ids: readonly string[]): RetryInInput | FieldProblem {
  const path = `input.ids[${index}]`;
  if (ids.indexOf(id) !== index) return { path, reason: "is listed twice" };
  const uuid = prefixedUuid(id, deliveryPrefix, path);
  return typeof uuid === "object" ? uuid : { uuid, path };
}
