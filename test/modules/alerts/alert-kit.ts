import { pino } from "pino";
import type { Role } from "../../../src/auth/role.js";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import type { Answering } from "../../../src/modules/alerts/answering.js";
import { evaluateNext } from "../../../src/modules/alerts/answers/evaluate.js";
import { globalId } from "../../../src/record/global-id.js";
import { type Answer, ask, askAs, wholeApi } from "../../support/ask.js";

type Input = Record<string, unknown>;

const errors = "errors { __typename path message ... on Conflict { currentVersion } }";
const fields = `id version name query variables asOf answer answeredAt cursor failure failingSince webhook { url goneAt }
  answerChanges { nodes { cursor after changedAt answer changes { nodes { kind action } } } }`;

/** The id of a saved question that there is not. */
export const nobodys = globalId("saved_question", "01890a5d-ac96-774b-bcce-b302099a8057");

/** What somebody who is known does with questions. */
export function saver(database: Database, name = "reader", role: Role = "READER") {
  const viewer = { role, author: `key:${name}` };
  const asks = (query: string, variables: Input = {}): Promise<Answer> => ask(database, query, variables, { viewer });
  const does = async (field: string, type: string, selection: string, input: Input) => {
    const query = `mutation ($input: ${type}!) { done: ${field}(input: $input) { ${selection} ${errors} } }`;
    const { data, errors: failed } = await asks(query, { input });
    if (failed) throw new Error(`${field} failed: ${JSON.stringify(failed)}`);
    return data.done;
  };
  const saved = `savedQuestion { ${fields} } webhookSecret`;
  return {
    asks,
    save: (input: Input) => does("saveQuestion", "SaveQuestionInput", saved, input),
    revise: (input: Input) => does("reviseSavedQuestion", "ReviseSavedQuestionInput", saved, input),
    rotate: (input: Input) => does("rotateWebhookSecret", "RotateWebhookSecretInput", saved, input),
    delete: (id: string) => does("deleteSavedQuestion", "DeleteSavedQuestionInput", "deletedId", { id }),
    /** Saves what must be right. */
    async saves(name: string, query: string, more: Input = {}) {
      const done = await this.save({ name, query, ...more });
      if (!done.savedQuestion) throw new Error(`Not saved: ${JSON.stringify(done.errors)}`);
      return done.savedQuestion;
    },
    async sees(id: string) {
      const { data, errors: failed } = await asks(`query ($id: ID!) { savedQuestion(id: $id) { ${fields} } }`, { id });
      if (failed) throw new Error(JSON.stringify(failed));
      return data.savedQuestion;
    },
  };
}

/** The types and the paths of a payload's errors. */
export const told = ({ errors }: { errors: { __typename: string; path: string }[] }): string[] =>
  errors.map(({ __typename, path }) => `${__typename} ${path}`);

/** What evaluates saved questions in a process; with what it asks of each. */
export function evaluator(database: Database, answering: Answering = wholeApi().answering) {
  const asked: string[] = [];
  const log = pino({ level: "silent" });
  const counting: Answering = {
    ...answering,
    answer(question, on) {
      asked.push(question.document);
      return answering.answer(question, on);
    },
  };
  return {
    asked,
    /** Looks at every question that has not seen the whole feed. */
    async round() {
      while (await evaluateNext({ database, answering: counting, log }));
    },
  };
}

/** Records a topic, or renames one. */
export async function topic(database: Database, slug: string, name: string, version = 0): Promise<void> {
  const { topics } = (await ask(database, "{ topics { id slug } }")).data;
  const id = topics.find((one: { slug: string }) => one.slug === slug)?.id;
  const mutation = id
    ? `reviseTopic(input: { id: "${id}", version: ${version}, name: "${name}" }) { errors { message } }`
    : `recordTopic(input: { slug: "${slug}", name: "${name}" }) { errors { message } }`;
  const { data, errors: failed } = await askAs("EDITOR", database, `mutation { done: ${mutation} }`);
  if (failed || data.done.errors.length > 0) throw new Error(JSON.stringify(failed ?? data.done.errors));
}

/** Records what no topic has to do with. */
export async function source(database: Database, slug: string): Promise<void> {
  const mutation = `mutation { recordSource(input: { slug: "${slug}", title: "S", kind: NEWS }) { errors { message } } }`;
  const { data, errors: failed } = await askAs("EDITOR", database, mutation);
  if (failed || data.recordSource.errors.length > 0)
    throw new Error(JSON.stringify(failed ?? data.recordSource.errors));
}

export const topicNames = "{ topics { name } }";

/** Numbers of rows, by table. */
export async function rowsOf(database: Database): Promise<Record<string, number>> {
  const [row] = await database.query<Record<string, number>>(
    sql`select (select count(*)::int from "Question") as "Question", (select count(*)::int from "SavedQuestion") as "SavedQuestion",
      (select count(*)::int from "AnswerChange") as "AnswerChange", (select count(*)::int from "WebhookDelivery") as "WebhookDelivery"`,
  );
  return row ?? {};
}
