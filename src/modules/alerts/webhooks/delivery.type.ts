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
  description: "The state of a webhook delivery.",
  valuesConfig: {
    PENDING: { description: "The next attempt is at `nextAttemptAt`." },
    DELIVERED: { description: "The webhook accepted the delivery with a status from 200 to 299." },
    DEAD: {
      description:
        "No further attempt is made: every attempt failed, or the webhook is gone. `retryWebhookDeliveries` tries it again.",
    },
  },
});

/** A row of the table `WebhookDelivery` with its webhook's address, for the author of the saved question. */
@ObjectType({
  simpleResolvers: true,
  description:
    "A notification of a webhook about a change of a saved question's answer. It is delivered at least once, not necessarily in the order of the changes. Kept for 30 days after the change.",
})
export class WebhookDelivery {
  static readonly prefix = deliveryPrefix;

  @Field(() => ID, {
    description: "The global id. Every attempt sends it in the header `webhook-id`.",
  })
  id: string;

  @Field(() => DeliveryStatus, { description: "The status of the delivery." })
  status: DeliveryStatus;

  @Field(() => Int, {
    description: "The number of attempts so far, counted since the last `retryWebhookDeliveries`.",
  })
  attempts: number;

  @Field(() => DateTime, { description: "When the delivery was queued." })
  recordedAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the next attempt is made. Null unless the delivery is pending. While an attempt is running: when it times out.",
  })
  nextAttemptAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When the last attempt was made. Null if there was none." })
  lastAttemptAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "The HTTP status of the response to the last attempt. Null if there was no response.",
  })
  lastStatus: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why the last attempt failed, or why no further attempt is made. Null if the last attempt did not fail.",
  })
  lastFailure: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The current address of the webhook. Null if the saved question no longer has one.",
  })
  url: string | null;
}

export const WebhookDeliveryConnection = connectionType(() => WebhookDelivery, "WebhookDelivery", "webhook deliveries");

@InputType({
  description: `A filter for webhook deliveries. ${filterRule}`,
})
export class WebhookDeliveryFilter {
  @Field(() => [DeliveryStatus], {
    nullable: true,
    description: "Only deliveries with one of these statuses. `[DEAD]` returns those that are no longer tried.",
  })
  statuses?: DeliveryStatus[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Only deliveries for these saved questions, by global id, such as `saved_question_01h2xcejqtf2nbrexx3vqjhp41`.",
  })
  @IdsOf(() => [SavedQuestion.prefix])
  savedQuestions?: string[] | null;
}

const { RECORDED_AT } = recordingOrders;

export const webhookDeliveryOrder = orderType(
  "WebhookDelivery",
  { RECORDED_AT: { ...RECORDED_AT, description: "When the delivery was queued." } },
  { field: "RECORDED_AT", direction: "DESC" },
);

@ArgsType()
export class WebhookDeliveriesArgs extends ConnectionArgs {
  @Field(() => WebhookDeliveryFilter, {
    nullable: true,
    description: "Only deliveries that match this filter. Default: all of the caller's.",
  })
  where?: WebhookDeliveryFilter | null;

  @Field(() => webhookDeliveryOrder.input, {
    nullable: true,
    description: "The sort order. Default: newest first.",
  })
  orderBy?: InstanceType<typeof webhookDeliveryOrder.input> | null;
}
