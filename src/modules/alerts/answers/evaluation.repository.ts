import type { Database } from "../../../db/database.js";
import { empty, sql } from "../../../db/sql.js";
import type { Answer, Question } from "../answering.js";

/** A question that has not seen the whole feed, and its answer so far. */
export interface BehindQuestion extends Question {
  /** A uuid. */
  readonly id: string;
  readonly answerDigest: string;
  readonly answeredUpTo: number;
  /** RFC 3339 in UTC, with microseconds. */
  readonly answeredAt: string;
}

/** The format of a moment with microseconds, which JavaScript's dates lack. */
const rfc3339 = `YYYY-MM-DD"T"HH24:MI:SS.US"Z"`;

/** The number of the last change that a database shows, and the moment. */
export async function momentNow(database: Database): Promise<Pick<Answer, "upTo" | "at">> {
  const [now] = await database.query<Pick<Answer, "upTo" | "at">>(
    sql`select coalesce(max("sequence"), 0) as "upTo", to_char(clock_timestamp() at time zone 'UTC', ${rfc3339}) as "at" from "Change"`,
  );
  if (!now) throw new Error("An aggregate gives one row");
  return now;
}

/**
 * Takes a question that has not seen the whole feed, the one that is furthest behind, and that no other process has. Who
 * takes one and dies loses it to the others in a minute.
 */
export async function takeBehind(database: Database): Promise<BehindQuestion | undefined> {
  const [taken] = await database.query<BehindQuestion>(
    sql`update "Question" set "notBefore" = now() + interval '1 minute' where "id" = (
        select "id" from "Question" where "answeredUpTo" < (select max("sequence") from "Change")
          and ("notBefore" is null or "notBefore" <= now())
        order by "answeredUpTo", "id" limit 1 for update skip locked)
      returning "id", "document", "variables", "asOf", "answerDigest", "answeredUpTo",
        to_char("answeredAt" at time zone 'UTC', ${rfc3339}) as "answeredAt"`,
  );
  return taken;
}

/**
 * Keeps the answer to a question that was taken; where it differs, with the change and what webhooks are to be told: all or
 * nothing, and nothing where somebody else was quicker.
 *
 * @returns whether a change of the answer was kept
 */
export async function keepAnswer(
  database: Database,
  { id, answeredUpTo, answerDigest }: BehindQuestion,
  { text, digest, upTo, at }: Answer,
  differs: boolean,
): Promise<boolean> {
  // Most changes of the record leave an answer as it is, and it may be long: then it is not written again.
  const answer = digest === answerDigest ? empty : sql`"answer" = ${text}::json, "answerDigest" = ${digest},`;
  const told = await database.query(
    sql`with answered as (
        update "Question" set ${answer} "answeredUpTo" = ${upTo}::int, "answeredAt" = ${at}::timestamptz,
          "notBefore" = null, "failure" = null, "failingSince" = null
        where "id" = ${id}::uuid and "answeredUpTo" = ${answeredUpTo}::int
        returning "id"
      ), changed as (
        insert into "AnswerChange" ("questionId", "upTo", "after", "changedAt", "answer")
        select "id", ${upTo}::int, ${answeredUpTo}::int, ${at}::timestamptz, ${differs ? text : null}::json
        from answered where ${differs}::boolean
        returning "questionId", "upTo", "changedAt"
      ), queued as (
        insert into "WebhookDelivery" ("savedQuestionId", "questionId", "upTo", "recordedAt", "nextAttemptAt")
        select saved."id", changed."questionId", changed."upTo", now(), now() from changed
        join "SavedQuestion" saved on saved."questionId" = changed."questionId"
        where saved."webhookUrl" is not null and saved."webhookGoneAt" is null
      )
      select pg_notify('standpoint_changes', '') from changed`,
  );
  return told.length > 0;
}

/** Notes why a question that was taken has no new answer; it is tried again in a minute. */
export async function keepFailure(database: Database, { id }: BehindQuestion, code: string): Promise<void> {
  await database.query(
    sql`update "Question" set "failure" = ${code}, "failingSince" = coalesce("failingSince", now()),
        "notBefore" = now() + interval '1 minute'
      where "id" = ${id}::uuid`,
  );
}
