import { createHash } from "node:crypto";
import type { Viewer } from "../../../auth/viewer.js";
import type { Context } from "../../../context.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { join, raw, type Sql, sql } from "../../../db/sql.js";
import type { Transaction } from "../../../db/writing/transact.js";
import type { Findable, OneSql } from "../../../graphql/field-sql.js";
import { newId } from "../../../record/new-id.js";
import type { Answer, Question } from "../answering.js";
import { type SavedQuestionsArgs, savedQuestionOrder } from "./saved-question.input.js";

const tables = raw(`"SavedQuestion" saved join "Question" question on question."id" = saved."questionId"`);

const rows = raw(`saved.*, question."variables", question."asOf", question."answer", question."answeredUpTo",
  question."answeredAt", question."failure", question."failingSince"`);

/** The saved questions of a viewer; null for nobody. */
export function savedQuestionsOf(viewer: Viewer | undefined): Findable | null {
  if (!viewer) return null;
  return {
    name: "SavedQuestion",
    byId: (alias, id) => ({
      from: sql`(select ${rows} from ${tables} where saved."author" = ${viewer.author}) ${alias}`,
      where: sql`${alias}."id" = ${id}`,
    }),
    bySlug() {
      throw new Error("A saved question has no slug");
    },
  };
}

/** Where news of a saved question goes. */
export const webhook: OneSql = {
  kind: "one",
  rows: (alias, question) => ({
    from: sql`(select ${question}."webhookUrl" as "url", ${question}."webhookGoneAt" as "goneAt") ${alias}`,
    where: sql`${alias}."url" is not null`,
  }),
};

/** The questions that a viewer saved. */
export function savedQuestionList({ orderBy }: SavedQuestionsArgs, { author }: Viewer): ListQuery {
  return {
    rows,
    from: tables,
    where: sql`saved."author" = ${author}`,
    sort: savedQuestionOrder.sort(orderBy, raw("saved")),
  };
}

/** How far in the feed the question with an id was answered last, if the caller saved it. */
export async function answeredUpToOf(uuid: string, { database, viewer }: Context): Promise<number | undefined> {
  const [row] = await database.query<{ answeredUpTo: number }>(
    sql`select question."answeredUpTo" from ${tables}
      where saved."id" = ${uuid}::uuid and saved."author" = ${viewer?.author ?? null}`,
  );
  return row?.answeredUpTo;
}

/** What is to be changed, as it is kept. */
export interface StoredQuestion {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
  readonly digest: string;
}

/** What a person saved under a name or an id. */
export async function findStored(
  transaction: Transaction,
  author: string,
  by: { id: string } | { name: string },
): Promise<StoredQuestion | undefined> {
  const which = "id" in by ? sql`saved."id" = ${by.id}::uuid` : sql`saved."name" = ${by.name}`;
  const [found] = await transaction.$queryRaw<StoredQuestion[]>(
    sql`select saved."id"::text, saved."version", saved."name", saved."webhookUrl", saved."webhookSecret", question."digest"
      from ${tables} where saved."author" = ${author} and ${which}`,
  );
  return found;
}

export async function countSaved(transaction: Transaction, author: string): Promise<number> {
  const [row] = await transaction.$queryRaw<{ count: number }[]>(
    sql`select count(*)::int as "count" from "SavedQuestion" where "author" = ${author}`,
  );
  return row?.count ?? 0;
}

/** SHA-256 of a question's one form. */
export const questionDigest = ({ document, variables, asOf }: Question): string =>
  createHash("sha256")
    .update(JSON.stringify([document, variables, asOf]))
    .digest("hex");

export interface NewSavedQuestion {
  /** A uuid. */
  readonly id: string;
  readonly author: string;
  readonly name: string;
  readonly query: string;
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
}

/**
 * Saves a question for a person. One that somebody saved before goes on with the answer that it has: it is known up to
 * where, and what changed since is about to be told.
 */
export async function insertSavedQuestion(
  transaction: Transaction,
  { document, variables, asOf, ...question }: Question & { readonly digest: string; readonly answer: Answer },
  saved: NewSavedQuestion,
): Promise<void> {
  const { digest, answer } = question;
  await transaction.$executeRaw(
    sql`insert into "Question" ("id", "digest", "document", "variables", "asOf", "answer", "answerDigest", "answeredUpTo", "answeredAt")
      values (${newId()}::uuid, ${digest}, ${document}, ${JSON.stringify(variables)}::json, ${asOf}::date,
        ${answer.text}::json, ${answer.digest}, ${answer.upTo}::int, ${answer.at}::timestamptz)
      on conflict ("digest") do nothing`,
  );
  await transaction.$executeRaw(
    sql`insert into "SavedQuestion" ("id", "questionId", "author", "name", "query", "recordedAt", "updatedAt", "webhookUrl", "webhookSecret")
      select ${saved.id}::uuid, "id", ${saved.author}, ${saved.name}, ${saved.query}, now(), now(), ${saved.webhookUrl}, ${saved.webhookSecret}
      from "Question" where "digest" = ${digest}`,
  );
  await signal(transaction);
}

/** Those that look at saved questions, and those who follow one, have another look. */
async function signal(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw(sql`select pg_notify('standpoint_changes', '')`);
}

/** What is to be different; a column that is left out stays as it is. */
export interface SavedQuestionChange {
  readonly name?: string;
  readonly webhook?: { readonly url: string; readonly secret: string } | null;
  /** Takes the place of the secret, which goes on to sign as well for a while. */
  readonly nextSecret?: string;
}

/** Hours during which a secret that was replaced still signs, so that no receiver has to change at one moment. */
const overlap = 24;

export async function updateSavedQuestion(
  transaction: Transaction,
  id: string,
  { name, webhook, nextSecret }: SavedQuestionChange,
): Promise<void> {
  const sets: Sql[] = [sql`"version" = "version" + 1`, sql`"updatedAt" = now()`];
  if (name !== undefined) sets.push(sql`"name" = ${name}`);
  if (webhook !== undefined) {
    sets.push(
      sql`"webhookUrl" = ${webhook?.url ?? null}, "webhookSecret" = ${webhook?.secret ?? null}`,
      sql`"oldWebhookSecret" = null, "oldWebhookSecretTo" = null, "webhookGoneAt" = null`,
    );
  }
  if (nextSecret !== undefined) {
    sets.push(
      sql`"oldWebhookSecret" = "webhookSecret", "oldWebhookSecretTo" = now() + make_interval(hours => ${overlap}::int)`,
      sql`"webhookSecret" = ${nextSecret}`,
    );
  }
  await transaction.$executeRaw(sql`update "SavedQuestion" set ${join(sets)} where "id" = ${id}::uuid`);
}

/** Deletes what a person saved, and the question itself where nobody else has saved it. */
export async function deleteSavedQuestion(transaction: Transaction, id: string): Promise<void> {
  await transaction.$executeRaw(sql`delete from "SavedQuestion" where "id" = ${id}::uuid`);
  await transaction.$executeRaw(
    sql`delete from "Question" where not exists (select from "SavedQuestion" where "questionId" = "Question"."id")`,
  );
  await signal(transaction);
}
