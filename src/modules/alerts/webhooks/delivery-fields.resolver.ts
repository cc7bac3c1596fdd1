import { Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { changeDelivered } from "../answers/answer-change.repository.js";
import { AnswerChange } from "../answers/answer-change.type.js";
import { ownReference } from "../questions/own-saved-question.js";
import { SavedQuestion } from "../questions/saved-question.type.js";
import { WebhookDelivery } from "./delivery.type.js";

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryFields {
  @Declared()
  @FieldResolver(() => SavedQuestion, { description: "The saved question whose webhook it is for." })
  savedQuestion(@Ctx() { viewer }: Context) {
    return ownReference(viewer);
  }

  @Declared()
  @FieldResolver(() => AnswerChange, { description: "What it tells." })
  change() {
    return changeDelivered;
  }
}
