import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { fieldLoader } from "../../../graphql/per-request.js";
import { changesDelivered } from "../answers/answer-change.repository.js";
import { AnswerChange } from "../answers/answer-change.type.js";
import { ownSavedQuestion } from "../questions/own-saved-question.js";
import { SavedQuestion } from "../questions/saved-question.type.js";
import { WebhookDelivery } from "./delivery.type.js";

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryFields {
  @FieldResolver(() => SavedQuestion, { description: "The saved question whose webhook it is for." })
  savedQuestion(@Root() delivery: WebhookDelivery, @Ctx() context: Context) {
    return ownSavedQuestion(delivery.savedQuestionUuid, context);
  }

  @FieldResolver(() => AnswerChange, { description: "What it tells." })
  change(@Root() delivery: WebhookDelivery, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const load = (uuids: readonly string[]) => changesDelivered(context.database, uuids);
    return fieldLoader(context, info, load).load(delivery.uuid);
  }
}
