import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DeliveryStatus } from "../../../db/generated/enums.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { globalId } from "../../../record/global-id.js";
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

  uuid: string;
  savedQuestionUuid: string;
  questionUuid: string;
  /** The number of the change in the feed up to which the answer is told. */
  upTo: number;

  @Field(() => ID, {
    description: "Its global id: what each attempt has in the header `webhook-id`, the same in all of them.",
  })
  get id(): string {
    return globalId(deliveryPrefix, this.uuid);
  }

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
