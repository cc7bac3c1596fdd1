import { Field, ObjectType } from "type-graphql";
import { MutationError } from "../../../graphql/mutation/mutation-error.type.js";
import { WebhookDelivery } from "./delivery.type.js";

@ObjectType({ simpleResolvers: true, description: "What came of deliveries that were to be tried again." })
export class RetryWebhookDeliveriesPayload {
  @Field(() => [WebhookDelivery], {
    description: "All of them as they are now, in the order of the input; none where anything was refused.",
  })
  deliveries: WebhookDelivery[];

  @Field(() => [MutationError], { description: "Why none of them is tried again; empty where all are." })
  errors: MutationError[];
}
