import type { Database } from "../../../db/database.js";
import type { DeliveryStatus } from "../../../db/generated/enums.js";
import { type Sql, sql } from "../../../db/sql.js";
import type { Told } from "./webhook-message.js";

/** A delivery that this process attempts, and nobody else until the lease is over. */
export interface Claim extends Told {
  /** Where it goes; null where the webhook was removed since, or said that it is gone. */
  readonly url: string | null;
  /** Scheme, host and port of it, in lower case. */
  readonly origin: string;
  /** Who saved the question. */
  readonly author: string;
  /** Those before this one. */
  readonly attempts: number;
  /** When it was claimed and until when it is, as Postgres writes it; the latter distinguishes this claim from a later one. */
  readonly claimedAt: string;
  readonly lease: string;
}

/** Whose turn it is not. */
export interface Busy {
  readonly origins: readonly string[];
  readonly authors: readonly string[];
}

const originOf = (url: Sql): Sql => sql`coalesce(substring(lower(${url}) from '^[a-z]+://[^/?#]+'), '')`;

const later = (milliseconds: number | null): Sql => sql`now() + ${milliseconds}::float8 * interval '1 millisecond'`;

/**
 * Claims the delivery that has been due for longest; undefined where none is. Others skip it, without waiting, until the
 * lease is over: then its process is taken for dead. The moments are the database's, whatever the processes' clocks say.
 *
 * @param lease milliseconds, more than an attempt can take
 */
export async function claimDelivery(database: Database, busy: Busy, lease: number): Promise<Claim | undefined> {
  const origin = originOf(sql`saved."webhookUrl"`);
  const [row] = await database.query<Claim>(
    // Materialized, for the planner must not look for the row to lock more than once.
    sql`with due as materialized (
        select delivery."id", saved."name", saved."author", ${origin} as "origin",
          case when saved."webhookGoneAt" is null then saved."webhookUrl" end as "url",
          array_remove(array[saved."webhookSecret",
            case when saved."oldWebhookSecretTo" > now() then saved."oldWebhookSecret" end], null) as "secrets"
        from "WebhookDelivery" delivery join "SavedQuestion" saved on saved."id" = delivery."savedQuestionId"
        where delivery."status" = 'PENDING' and delivery."nextAttemptAt" <= now()
          and ${origin} <> all(${busy.origins}::text[]) and saved."author" <> all(${busy.authors}::text[])
        order by delivery."nextAttemptAt", delivery."id" limit 1
        for update of delivery skip locked)
      update "WebhookDelivery" delivery set "nextAttemptAt" = ${later(lease)} from due, "AnswerChange" change
      where delivery."id" = due."id" and change."questionId" = delivery."questionId" and change."upTo" = delivery."upTo"
      returning due.*, delivery."savedQuestionId", delivery."attempts", delivery."upTo", change."after",
        change."changedAt", change."answer"::text as "answer", now()::text as "claimedAt",
        delivery."nextAttemptAt"::text as "lease"`,
  );
  return row;
}

/** What an attempt came to. */
export interface Result {
  readonly status: DeliveryStatus;
  /** Milliseconds until the next attempt; null where there is none. */
  readonly nextIn: number | null;
  readonly httpStatus: number | undefined;
  readonly failure: string | undefined;
}

/** Writes what an attempt came to, unless the claim is no longer this process's. */
export async function recordAttempt(database: Database, claim: Claim, result: Result): Promise<void> {
  await database.query(
    sql`update "WebhookDelivery" set "status" = ${result.status}::"DeliveryStatus", "attempts" = "attempts" + 1,
        "nextAttemptAt" = ${later(result.nextIn)}, "lastAttemptAt" = ${claim.claimedAt}::timestamptz,
        "lastStatus" = ${result.httpStatus}::int, "lastFailure" = ${result.failure}::text
      where ${isStill(claim)}`,
  );
}

/** Returns a delivery whose attempt was aborted to the queue, as if there had been no attempt. */
export async function releaseDelivery(database: Database, claim: Claim): Promise<void> {
  await database.query(sql`update "WebhookDelivery" set "nextAttemptAt" = now() where ${isStill(claim)}`);
}

const isStill = ({ id, lease }: Claim): Sql =>
  sql`"id" = ${id}::uuid and "status" = 'PENDING' and "nextAttemptAt" = ${lease}::timestamptz`;

/**
 * Notes that a webhook said that it is gone, and gives up all its deliveries.
 *
 * @returns false where the question's webhook is another by now: then nothing is changed
 */
export async function recordGone(database: Database, claim: Claim, failure: string): Promise<boolean> {
  const isThis = sql`delivery."id" = ${claim.id}::uuid`;
  const given = await database.query(
    sql`with gone as (
        update "SavedQuestion" set "webhookGoneAt" = now()
        where "id" = ${claim.savedQuestionId}::uuid and "webhookUrl" = ${claim.url} returning "id")
      update "WebhookDelivery" delivery set "status" = 'DEAD', "nextAttemptAt" = null, "lastFailure" = ${failure},
        "attempts" = "attempts" + case when ${isThis} then 1 else 0 end,
        "lastAttemptAt" = case when ${isThis} then ${claim.claimedAt}::timestamptz else "lastAttemptAt" end,
        "lastStatus" = case when ${isThis} then 410 else "lastStatus" end
      from gone where delivery."savedQuestionId" = gone."id" and delivery."status" = 'PENDING' returning delivery."id"`,
  );
  return given.length > 0;
}

/** Gives up all deliveries to the former webhook of a saved question. */
export async function giveUp(database: Database, { savedQuestionId }: Claim, failure: string): Promise<void> {
  await database.query(
    sql`update "WebhookDelivery" set "status" = 'DEAD', "nextAttemptAt" = null, "lastFailure" = ${failure}
      where "savedQuestionId" = ${savedQuestionId}::uuid and "status" = 'PENDING'`,
  );
}

/** Milliseconds until another delivery is due; undefined where none waits. What is due already is not looked at. */
export async function nextDueIn(database: Database): Promise<number | undefined> {
  const [row] = await database.query<{ in: number | null }>(
    sql`select (extract(epoch from min("nextAttemptAt") - now()) * 1000)::float8 as "in" from "WebhookDelivery"
      where "status" = 'PENDING' and "nextAttemptAt" > now()`,
  );
  return row?.in ?? undefined;
}

const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds from each failure to the next attempt, as Standard Webhooks recommends; then a delivery is given up. */
export const standardDelays: readonly number[] = [
  ...[5_000, 5 * minute, 30 * minute],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour),
];

/** A delay that is up to a tenth shorter or longer, so that what failed together is not tried again all at once. */
export const withJitter = (delay: number): number => delay * (0.9 + 0.2 * Math.random());

/** So many at a time that a statement is far from its time limit. */
const batch = 1_000;

/**
 * Deletes the changes of answers that are older than 30 days, and the deliveries of them, whatever became of those. The
 * latest of each question stays: a receiver that returns after that long gets at least the current answer.
 *
 * @returns how many changes
 */
export async function deleteOldChanges(database: Database): Promise<number> {
  let deleted = 0;
  for (let last = batch; last === batch; deleted += last) {
    const rows = await database.query(
      sql`delete from "AnswerChange" where "id" in (
          select "id" from "AnswerChange" old where "changedAt" < now() - interval '30 days' and exists (
            select from "AnswerChange" later where later."questionId" = old."questionId" and later."upTo" > old."upTo")
          limit ${batch})
        returning "id"`,
    );
    last = rows.length;
  }
  return deleted;
}

/** The scheme, host and port of each webhook that deliveries go to. */
export async function webhookOrigins(database: Database): Promise<string[]> {
  const rows = await database.query<{ origin: string }>(
    sql`select distinct ${originOf(sql`"webhookUrl"`)} as "origin" from "SavedQuestion"
      where "webhookUrl" is not null and "webhookGoneAt" is null order by 1`,
  );
  return rows.map(({ origin }) => origin);
}
