import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { connect } from "../../../graphql/connection/connection-source.js";
import { parseGlobalId } from "../../../record/global-id.js";
import { WebhookDeliveryConnection } from "./delivery.connection.js";
import { WebhookDeliveriesArgs } from "./delivery.input.js";
import { deliveryList } from "./delivery-list.repository.js";

@Resolver()
export class WebhookDeliveryQueries {
  @RequiresRole("READER")
  @Query(() => WebhookDeliveryConnection, {
    description:
      "What the webhooks of your own saved questions are told, and what became of it. With `where: { statuses: [DEAD] }` it is the dead-letter list.",
  })
  webhookDeliveries(
    @Args(() => WebhookDeliveriesArgs) args: WebhookDeliveriesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see deliveries");
    const savedQuestions = args.where?.savedQuestions?.map((id) => parseGlobalId(id).uuid);
    const list = deliveryList(args, savedQuestions, context.viewer.author);
    return connect(WebhookDeliveryConnection, { context, info, args }, list);
  }
}
