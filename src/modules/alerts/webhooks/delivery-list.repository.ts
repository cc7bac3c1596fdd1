import { allOf, oneOf } from "../../../db/conditions.js";
import type { Database } from "../../../db/database.js";
import type { ListQuery } from "../../../db/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { type WebhookDeliveriesArgs, webhookDeliveryOrder } from "./delivery.input.js";
import { WebhookDelivery } from "./delivery.type.js";

const columns = raw(`delivery."id" as "uuid", delivery."savedQuestionId" as "savedQuestionUuid",
  delivery."questionId" as "questionUuid", delivery."upTo", delivery."status", delivery."attempts",
  delivery."recordedAt", delivery."nextAttemptAt", delivery."lastAttemptAt", delivery."lastStatus",
  delivery."lastFailure", saved."webhookUrl" as "url"`);

const table = sql`"WebhookDelivery" delivery join "SavedQuestion" saved on saved."id" = delivery."savedQuestionId"`;

const deliveryOf = (row: object): WebhookDelivery => Object.assign(new WebhookDelivery(), row);

/** Whether an author saved the question under the alias `saved`: nobody else sees what it tells. */
export const isSavedBy = (author: string): Sql => sql`saved."author" = ${author}`;

/** The deliveries of an author's saved questions. */
export function deliveryList(
  { where, orderBy }: WebhookDeliveriesArgs,
  savedQuestions: readonly string[] | undefined,
  author: string,
): ListQuery<WebhookDelivery> {
  return {
    rows: sql`delivery.*, saved."webhookUrl" as "url"`,
    select: columns,
    from: table,
    where: allOf([
      isSavedBy(author),
      oneOf(sql`delivery."status"`, where?.statuses, "DeliveryStatus"),
      savedQuestions && sql`delivery."savedQuestionId" = any(${savedQuestions}::uuid[])`,
    ]),
    sort: webhookDeliveryOrder.sort(orderBy, raw("delivery")),
    node: deliveryOf,
  };
}

/** The deliveries with these ids that are an author's, in their order: one statement. */
export async function deliveriesOf(
  database: Database,
  author: string,
  uuids: readonly string[],
): Promise<WebhookDelivery[]> {
  const rows = await database.query<{ uuid: string }>(
    sql`select ${columns} from ${table} where delivery."id" = any(${uuids}::uuid[]) and ${isSavedBy(author)}`,
  );
  const found = new Map(rows.map((row) => [row.uuid, deliveryOf(row)]));
  return uuids.flatMap((uuid) => found.get(uuid) ?? []);
}
