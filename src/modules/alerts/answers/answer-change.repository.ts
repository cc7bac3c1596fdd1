import type { Database } from "../../../db/database.js";
import { type ListQuery, rowsAfter, sortBy } from "../../../db/reading/page.js";
import { raw, sql } from "../../../db/sql.js";
import { type OneSql } from "../../../graphql/field-sql.js";
import { changeList, changeOrder } from "../../changes/index.js";

const tables = raw(`"AnswerChange" change join "SavedQuestion" saved on saved."questionId" = change."questionId"`);

const answerChange = raw(`change.*, saved."id" as "savedQuestionId"`);

/** The content of a delivery. */
export const changeDelivered: OneSql = {
  kind: "one",
  rows: (alias, delivery) => ({
    from: sql`(select ${answerChange} from ${tables}) ${alias}`,
    where: sql`${alias}."questionId" = ${delivery}."questionId" and ${alias}."upTo" = ${delivery}."upTo"
      and ${alias}."savedQuestionId" = ${delivery}."savedQuestionId"`,
  }),
};

/** How the answer to each parent, a saved question, changed: the earliest first. Its cursors are those of the feed. */
export const answerChanges: ListQuery = {
  rows: answerChange,
  from: tables,
  where: sql`saved."id" = parent."id"`,
  sort: sortBy(changeOrder, sql`change."upTo"`),
};

/** A change of an answer, and how far in the feed it goes. */
export interface AnswerChanged {
  readonly id: string;
  readonly savedQuestionId: string;
  readonly upTo: number;
  readonly answer: object;
}

/** The next changes of the answer to a saved question, after one in the feed. */
export function nextAnswerChanges(
  database: Database,
  savedQuestion: string,
  after: number,
  limit: number,
): Promise<AnswerChanged[]> {
  const ofOne = { ...answerChanges, where: sql`saved."id" = ${savedQuestion}::uuid` };
  return rowsAfter<AnswerChanged>(database, ofOne, [String(after)], limit);
}

/** A change of an answer, as one of the saved questions sees it. */
export const answerChangeOf = ({ id, savedQuestionId }: AnswerChanged): OneSql => ({
  kind: "one",
  rows: (alias) => ({
    from: sql`(select ${answerChange} from ${tables}) ${alias}`,
    where: sql`${alias}."id" = ${id}::uuid and ${alias}."savedQuestionId" = ${savedQuestionId}::uuid`,
  }),
});

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

const feed = changeList();

/** The changes of the feed that came between the answer before and each parent, a change of the answer. */
export const changesBetween: ListQuery = {
  ...feed,
  from: sql`"AnswerChange" answer cross join ${feed.from}`,
  where: sql`answer."id" = parent."id" and change."sequence" > answer."after" and change."sequence" <= answer."upTo"`,
};
