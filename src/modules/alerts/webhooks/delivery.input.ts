import { ArgsType, Field, ID, InputType } from "type-graphql";
import { DeliveryStatus } from "../../../db/generated/enums.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { orderType, recordingOrders } from "../../../graphql/order.js";
import { IdsOf } from "../../../graphql/validation/value-rules.js";
import { SavedQuestion } from "../questions/saved-question.type.js";

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
