import type { GraphQLError } from "graphql";
import type { Context } from "../../../context.js";
import { invalid } from "../../../editing/mutations/writing.js";
import { newId } from "../../../record/new-id.js";
import { type Outcome, type Refusal, refused } from "../../../record/write/outcome.js";
import { write } from "../../../record/write/write.js";
import type { GivenQuestion } from "../answering.js";
import { answerNow, largestAnswer, type NoAnswer } from "../answers/answer.js";
import { alertServices } from "../services.js";
import { newWebhookSecret } from "../webhooks/webhook-message.js";
import { countSaved, findStored, insertSavedQuestion, questionDigest } from "./saved-question.repository.js";

/** How many questions one person may have saved: each costs something with every change of the record. */
const most = 100;

interface ToSave extends GivenQuestion {
  readonly name: string;
  readonly webhookUrl?: string | null;
}

/** The outcome, with the secret if one was made. */
type Saved = Outcome & { readonly webhookSecret?: string };

/**
 * Saves a question that anybody could ask now, with its answer. The same under the same name again is saved already.
 *
 * @param problems what is wrong with the rest of the input: then nothing is saved, and the question is read all the same
 */
export async function saveQuestion(
  context: Context,
  author: string,
  input: ToSave,
  problems: readonly Refusal[],
): Promise<Saved> {
  const { database } = context;
  const { answering } = alertServices(context);
  const question = answering.read(input);
  if (!("document" in question)) return { refusals: [...problems, ...question.map(unreadable)] };
  if (problems.length > 0) return { refusals: problems };
  const answer = await answerNow(answering, question, database);
  if (!("text" in answer)) return { refusals: unanswerable(answer) };

  const { query } = input;
  const webhookUrl = input.webhookUrl == null ? null : new URL(input.webhookUrl).href;
  const name = input.name.trim();
  const digest = questionDigest(question);
  let webhookSecret: string | undefined;
  const outcome = await write(database, { author }, [], async (transaction) => {
    const before = await findStored(transaction, author, { name });
    if (before?.digest === digest && before.webhookUrl === webhookUrl) return { id: before.id };
    if (before) return refused("InvalidInput", "input.name", nameTaken(name));
    if ((await countSaved(transaction, author)) >= most) return refused("InvalidInput", "input", tooMany);
    webhookSecret = webhookUrl === null ? undefined : newWebhookSecret();
    const id = newId();
    const saved = { id, author, name, query, webhookUrl, webhookSecret: webhookSecret ?? null };
    await insertSavedQuestion(transaction, { ...question, digest, answer }, saved);
    return { id };
  });
  return { ...outcome, webhookSecret };
}

export const nameTaken = (name: string): string =>
  `You already have another saved question named ${JSON.stringify(name)}. Choose another name, or delete that one first`;

const tooMany = `You have ${most} saved questions, which is the limit. Delete one that you no longer need`;

/** What a request with the question would be refused for. */
function unreadable({ message, extensions: { code } }: GraphQLError): Refusal {
  const ofVariables = code === "BAD_USER_INPUT" || String(code).startsWith("VARIABLES_");
  return invalid({ path: ofVariables ? "input.variables" : "input.query", reason: message });
}

/** @throws {GraphQLError} what went wrong on our side */
function unanswerable(failed: NoAnswer): Refusal[] {
  if ("tooLarge" in failed) {
    const [found, max] = [failed.tooLarge, largestAnswer].map((bytes) => bytes.toLocaleString("en"));
    const reason = `has an answer of ${found} bytes of JSON; the answer to a saved question can have at most ${max}. Select less`;
    return [invalid({ path: "input.query", reason })];
  }
  return failed.errors.map((error) => {
    const { code } = error.extensions;
    if (code === "INTERNAL_SERVER_ERROR") throw error;
    const where = error.path ? ` (at \`${error.path.join(".")}\`)` : "";
    const reason =
      code === "UNAUTHENTICATED"
        ? `runs without credentials, but a field in it requires them${where}: remove that field`
        : `${error.message}${where}`;
    return invalid({ path: "input.query", reason });
  });
}
