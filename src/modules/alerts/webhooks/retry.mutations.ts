import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import type { FieldProblem } from "../../../errors.js";
import { inPayload } from "../../../graphql/mutation/entity-mutations.js";
import { mutationError } from "../../../graphql/mutation/mutation-error.type.js";
import { invalid } from "../../../graphql/mutation/writing.js";
import { prefixedUuid } from "../../../graphql/prefixed-uuid.js";
import { decoratorProblems } from "../../../graphql/validation/validation-fields.js";
import type { Refusal } from "../../../record/write/outcome.js";
import { deliveriesOf } from "./delivery-list.repository.js";
import { RetryWebhookDeliveriesInput } from "./retry.input.js";
import { type RetryInInput, retryDeliveries } from "./retry.repository.js";
import { RetryWebhookDeliveriesPayload } from "./retry.type.js";
import { deliveryPrefix } from "./webhook-message.js";

@Resolver()
export class RetryMutations {
  @RequiresRole("READER")
  @Mutation(() => RetryWebhookDeliveriesPayload, {
    description:
      "Tries deliveries to your own webhooks again, at once and as though none had been tried before: those that are dead, and those that wait. All of them, or none where one cannot be.",
  })
  async retryWebhookDeliveries(
    @Arg("input", () => RetryWebhookDeliveriesInput, { description: "Which ones.", validateFn: inPayload })
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
    const uuids = retried.map(({ uuid }) => uuid);
    const deliveries = await deliveriesOf(database, viewer.author, uuids);
    await database.announceChanges();
    return { deliveries, errors: [] };
  }
}

const refused = (refusals: readonly Refusal[]): RetryWebhookDeliveriesPayload => ({
  deliveries: [],
  errors: refusals.map(mutationError),
});

/** Each delivery can be named once. */
function deliveryNamed(id: string, index: number, ids: readonly string[]): RetryInInput | FieldProblem {
  const path = `input.ids[${index}]`;
  if (ids.indexOf(id) !== index) return { path, reason: "is named twice" };
  const uuid = prefixedUuid(id, deliveryPrefix, path);
  return typeof uuid === "object" ? uuid : { uuid, path };
}
