import { Args, Ctx, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { parseGlobalId } from "../../../record/global-id.js";
import { WebhookDeliveryConnection } from "./delivery.connection.js";
import { WebhookDeliveriesArgs } from "./delivery.input.js";
import { deliveryList } from "./delivery-list.repository.js";

@Resolver()
export class WebhookDeliveryQueries {
  @Declared()
  @RequiresRole("READER")
  @Query(() => WebhookDeliveryConnection, {
    description:
      "What the webhooks of your own saved questions are told, and what became of it. With `where: { statuses: [DEAD] }` it is the dead-letter list.",
  })
  webhookDeliveries(@Args(() => WebhookDeliveriesArgs) args: WebhookDeliveriesArgs, @Ctx() context: Context) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see deliveries");
    const savedQuestions = args.where?.savedQuestions?.map((id) => parseGlobalId(id).uuid);
    const list = deliveryList(args, savedQuestions, context.viewer.author);
    return connection(WebhookDeliveryConnection, list, args);
  }
}
