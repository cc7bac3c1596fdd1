import type { Database } from "../../../db/database.js";
import type { DeliveryStatus } from "../../../db/generated/enums.js";
import { sql } from "../../../db/sql.js";
import { transact } from "../../../db/writing/transact.js";
import { globalId } from "../../../record/global-id.js";
import type { Refusal } from "../../../record/write/outcome.js";
import { isSavedBy } from "./delivery.resolver.js";
import { deliveryPrefix } from "./webhook-message.js";

interface Row {
  readonly id: string;
  readonly status: DeliveryStatus;
  readonly hasWebhook: boolean;
}

/** A delivery to try again. */
export interface RetryInInput {
  readonly uuid: string;
  /** Where the input names it, as in `input.ids[3]`. */
  readonly path: string;
}

/**
 * Makes an author's deliveries due at once, as if none had been tried: all of them, or none. One that is tried at this
 * moment is tried again after that.
 *
 * @returns every reason for which none was changed
 */
export function retryDeliveries(
  database: Database,
  author: string,
  deliveries: readonly RetryInInput[],
): Promise<Refusal[]> {
  const uuids = deliveries.map(({ uuid }) => uuid);
  return transact(database, database.limits.write, async (transaction) => {
    // In one order, so that two who retry the same do not wait for each other.
    const rows = await transaction.$queryRaw<Row[]>(
      sql`select delivery."id", delivery."status",
          saved."webhookUrl" is not null and saved."webhookGoneAt" is null as "hasWebhook"
        from "WebhookDelivery" delivery join "SavedQuestion" saved on saved."id" = delivery."savedQuestionId"
        where delivery."id" = any(${uuids}::uuid[]) and ${isSavedBy(author)}
        order by delivery."id" for update of delivery`,
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    const refusals = deliveries.flatMap((delivery) => refusalOf(delivery, found.get(delivery.uuid)) ?? []);
    if (refusals.length > 0) return refusals;
    await transaction.$executeRaw(
      sql`update "WebhookDelivery" set "status" = 'PENDING', "attempts" = 0, "nextAttemptAt" = now()
        where "id" = any(${uuids}::uuid[])`,
    );
    // The process that delivers is notified as by a change in the feed.
    await transaction.$executeRaw(sql`select pg_notify('standpoint_changes', '')`);
    return [];
  });
}

/** Why a delivery cannot be tried again: the same for a delivery that does not exist and for another author's. */
function refusalOf({ uuid, path }: RetryInInput, row: Row | undefined): Refusal | undefined {
  if (!row)
    return {
      kind: "NotFound",
      path,
      message: `"${globalId(deliveryPrefix, uuid)}" is not the id of one of your deliveries`,
    };
  if (row.status === "DELIVERED") return { kind: "InvalidInput", path, message: "has already been delivered" };
  if (row.hasWebhook) return undefined;
  const message =
    "is for a webhook that was removed or responded with 410 Gone. Set the saved question's `webhookUrl` first";
  return { kind: "InvalidInput", path, message };
}
