import type { Database } from "../../../db/database.js";
import { type ListQuery, readPage, sortBy } from "../../../db/page.js";
import { raw, sql } from "../../../db/sql.js";
import { formerLoader, type Legacy, type OneSql } from "../../../graphql/field-sql.js";
import { type Change, changeList, changeOrder } from "../../changes/index.js";
import { AnswerChange } from "./answer-change.type.js";

const columns = raw(`change."id" as "uuid", saved."id" as "savedQuestionUuid", change."upTo" as "upToSequence",
  change."after" as "afterSequence", change."changedAt", change."answer"`);
const tables = raw(`"AnswerChange" change join "SavedQuestion" saved on saved."questionId" = change."questionId"`);

const answerChange = raw(`change.*, saved."id" as "savedQuestionId"`);

/** What a delivery tells. */
export const changeDelivered: OneSql & { legacy: Legacy } = {
  kind: "one",
  rows: (alias, delivery) => ({
    from: sql`(select ${answerChange} from ${tables}) ${alias}`,
    where: sql`${alias}."questionId" = ${delivery}."questionId" and ${alias}."upTo" = ${delivery}."upTo"
      and ${alias}."savedQuestionId" = ${delivery}."savedQuestionId"`,
  }),
  legacy: formerLoader(({ database }, deliveries) => changesDelivered(database, deliveries)),
};

const answerChangeOf = (row: object): AnswerChange => Object.assign(new AnswerChange(), row);

/** How the answer to each parent, a saved question, changed: the earliest first. Its cursors are those of the feed. */
export const answerChanges: ListQuery<AnswerChange> = {
  rows: answerChange,
  select: columns,
  from: tables,
  where: sql`saved."id" = parent."id"`,
  sort: sortBy(changeOrder, sql`change."upTo"`),
  node: answerChangeOf,
};

/** The next changes of the answer to a saved question, after one in the feed. */
export async function nextAnswerChanges(
  database: Database,
  savedQuestion: string,
  after: number,
  limit: number,
): Promise<AnswerChange[]> {
  const ofOne = { ...answerChanges, where: sql`saved."id" = ${savedQuestion}::uuid` };
  const { rows } = await readPage(database, ofOne, { limit, backward: false, after: [String(after)] });
  return rows.map(({ node }) => node);
}

/** What each of some deliveries tells, in their order. */
async function changesDelivered(database: Database, deliveries: readonly string[]): Promise<(AnswerChange | null)[]> {
  const rows = await database.query<{ delivery: string }>(
    sql`select delivery."id" as "delivery", ${columns} from "WebhookDelivery" delivery
      join "AnswerChange" change on change."questionId" = delivery."questionId" and change."upTo" = delivery."upTo"
      join "SavedQuestion" saved on saved."id" = delivery."savedQuestionId"
      where delivery."id" = any(${deliveries}::uuid[])`,
  );
  const found = new Map(rows.map(({ delivery, ...row }) => [delivery, answerChangeOf(row)]));
  return deliveries.map((delivery) => found.get(delivery) ?? null);
}

/** How far in the feed the answers to some saved questions have changed last; 0 where none has. Without deleted ones. */
export async function latestAnswerChanges(
  database: Database,
  savedQuestions: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.query<{ id: string; upTo: number }>(
    sql`select saved."id", coalesce((select max("upTo") from "AnswerChange" where "questionId" = saved."questionId"), 0) as "upTo"
      from "SavedQuestion" saved where saved."id" = any(${savedQuestions}::uuid[])`,
  );
  return new Map(rows.map(({ id, upTo }) => [id, upTo]));
}

const feed = changeList(null);

/** The changes of the feed that came between the answer before and each parent, a change of the answer. */
export const changesBetween: ListQuery<Change> = {
  ...feed,
  from: sql`"AnswerChange" answer cross join ${feed.from}`,
  where: sql`answer."id" = parent."id" and change."sequence" > answer."after" and change."sequence" <= answer."upTo"`,
};
