import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { DeliveryStatus } from "../../../db/generated/enums.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { orderType, recordingOrders } from "../../../graphql/order.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { IdsOf } from "../../../graphql/validation/value-rules.js";
import { SavedQuestion } from "../questions/saved-question.type.js";
import { deliveryPrefix } from "./webhook-message.js";

registerEnumType(DeliveryStatus, {
  name: "DeliveryStatus",
  description: "What became of what a webhook is to be told.",
  valuesConfig: {
    PENDING: { description: "It is tried, or tried again, at `nextAttemptAt`." },
    DELIVERED: { description: "The webhook took it: it answered with a status from 200 to 299." },
    DEAD: {
      description:
        "Nobody tries it any more: every attempt failed, or the webhook is gone. `retryWebhookDeliveries` tries it again.",
    },
  },
});

/** A row of the table `WebhookDelivery` with its webhook's address, for whoever saved the question. */
@ObjectType({
  simpleResolvers: true,
  description:
    "That the webhook of a saved question is told of a change of its answer. It is delivered at least once, and not always in the order of the changes. Kept for 30 days from the change.",
})
export class WebhookDelivery {
  static readonly prefix = deliveryPrefix;

  @Field(() => ID, {
    description: "Its global id: what each attempt has in the header `webhook-id`, the same in all of them.",
  })
  id: string;

  @Field(() => DeliveryStatus, { description: "What became of it." })
  status: DeliveryStatus;

  @Field(() => Int, {
    description: "How many attempts were made: since it was last retried by `retryWebhookDeliveries`, if it was.",
  })
  attempts: number;

  @Field(() => DateTime, { description: "When it was queued." })
  recordedAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it is tried next; null unless it is pending. While it is tried: when that is given up.",
  })
  nextAttemptAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was last tried; null where it never was." })
  lastAttemptAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "The HTTP status that the last attempt was answered with; null where there was no answer.",
  })
  lastStatus: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the last attempt failed, or why there is no other; null where it did not.",
  })
  lastFailure: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where it goes: the webhook's address as it is now; null where the saved question has none any more.",
  })
  url: string | null;
}

export const WebhookDeliveryConnection = connectionType(
  () => WebhookDelivery,
  "WebhookDelivery",
  "deliveries to webhooks",
);

@InputType({
  description: `Which deliveries. ${filterRule}`,
})
export class WebhookDeliveryFilter {
  @Field(() => [DeliveryStatus], {
    nullable: true,
    description: "Those of which this became: `[DEAD]` are those that nobody tries any more.",
  })
  statuses?: DeliveryStatus[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Those of these saved questions, by their global ids, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`.",
  })
  @IdsOf(() => [SavedQuestion.prefix])
  savedQuestions?: string[] | null;
}

const { RECORDED_AT } = recordingOrders;

export const webhookDeliveryOrder = orderType(
  "WebhookDelivery",
  { RECORDED_AT: { ...RECORDED_AT, description: "When it was queued." } },
  { field: "RECORDED_AT", direction: "DESC" },
);

@ArgsType()
export class WebhookDeliveriesArgs extends ConnectionArgs {
  @Field(() => WebhookDeliveryFilter, { nullable: true, description: "Which deliveries; all of yours when left out." })
  where?: WebhookDeliveryFilter | null;

  @Field(() => webhookDeliveryOrder.input, {
    nullable: true,
    description: "Their order; the newest first when left out.",
  })
  orderBy?: InstanceType<typeof webhookDeliveryOrder.input> | null;
}
