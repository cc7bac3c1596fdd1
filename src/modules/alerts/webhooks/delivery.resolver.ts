import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import { RequiresRole } from "../../../auth/requires-role.js";
import type { Context } from "../../../context.js";
import { allOf, oneOf } from "../../../db/reading/conditions.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection, type Findable } from "../../../graphql/field-sql.js";
import { parseGlobalId } from "../../../record/global-id.js";
import { changeDelivered } from "../answers/answer-change.repository.js";
import { AnswerChange } from "../answers/answer-change.resolver.js";
import { ownReference } from "../questions/change-saved-question.js";
import { SavedQuestion } from "../questions/saved-question.type.js";
import {
  WebhookDeliveriesArgs,
  WebhookDelivery,
  WebhookDeliveryConnection,
  webhookDeliveryOrder,
} from "./delivery.type.js";

const rows = sql`delivery.*, saved."webhookUrl" as "url"`;

const table = sql`"WebhookDelivery" delivery join "SavedQuestion" saved on saved."id" = delivery."savedQuestionId"`;

/** Whether an author saved the question under the alias `saved`: nobody else sees its content. */
export const isSavedBy = (author: string): Sql => sql`saved."author" = ${author}`;

/** The deliveries of an author's saved questions. */
function deliveryList(
  { where, orderBy }: WebhookDeliveriesArgs,
  savedQuestions: readonly string[] | undefined,
  author: string,
): ListQuery {
  return {
    rows,
    from: table,
    where: allOf([
      isSavedBy(author),
      oneOf(sql`delivery."status"`, where?.statuses, "DeliveryStatus"),
      savedQuestions && sql`delivery."savedQuestionId" = any(${savedQuestions}::uuid[])`,
    ]),
    sort: webhookDeliveryOrder.sort(orderBy, raw("delivery")),
  };
}

/** The deliveries of an author's saved questions, by their ids. */
export const deliveriesOf = (author: string): Findable => ({
  name: "WebhookDelivery",
  byId: (alias, id) => ({
    from: sql`(select ${rows} from ${table} where ${isSavedBy(author)}) ${alias}`,
    where: sql`${alias}."id" = ${id}`,
  }),
  bySlug() {
    throw new Error("A delivery has no slug");
  },
});

@Resolver()
export class WebhookDeliveryQueries {
  @Declared()
  @RequiresRole("READER")
  @Query(() => WebhookDeliveryConnection, {
    description:
      "The deliveries to the webhooks of the caller's saved questions, with their status. `where: { statuses: [DEAD] }` returns the dead-letter list.",
  })
  webhookDeliveries(@Args(() => WebhookDeliveriesArgs) args: WebhookDeliveriesArgs, @Ctx() context: Context) {
    if (!context.viewer) throw new Error("@RequiresRole let somebody unknown see deliveries");
    const savedQuestions = args.where?.savedQuestions?.map((id) => parseGlobalId(id).uuid);
    const list = deliveryList(args, savedQuestions, context.viewer.author);
    return connection(list, args);
  }
}

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryFields {
  @Declared()
  @FieldResolver(() => SavedQuestion, { description: "The saved question that the delivery is about." })
  savedQuestion(@Ctx() { viewer }: Context) {
    return ownReference(viewer);
  }

  @Declared()
  @FieldResolver(() => AnswerChange, { description: "The change of the answer that is delivered." })
  change() {
    return changeDelivered;
  }
}
