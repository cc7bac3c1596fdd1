import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import type { Database } from "../../../db/database.js";
import { DatabaseUnavailable } from "../../../db/errors.js";
import { passes } from "../../../errors.js";
import type { Answering } from "../answering.js";
import { answerNow, answerText, type NoAnswer } from "./answer.js";
import { type BehindQuestion, keepAnswer, keepFailure, takeBehind } from "./evaluation.repository.js";

interface Evaluation {
  readonly database: Database;
  readonly answering: Answering;
  readonly log: Logger;
}

/**
 * Evaluates one saved question that has not seen the whole feed: once for all its authors, in any of the processes. Changes
 * since its last evaluation are handled together.
 *
 * @returns whether there was one
 */
export async function evaluateNext({ database, answering, log }: Evaluation): Promise<boolean> {
  const question = await takeBehind(database);
  if (!question) return false;
  try {
    const answer = await answerNow(answering, question, database);
    if (!("text" in answer)) {
      await keepFailure(database, question, failureCode(answer));
      log.warn({ question: question.id, ...answer }, "a saved question cannot be answered");
      return true;
    }
    const before = await digestBefore({ database, answering }, question, answer.at);
    const changed = await keepAnswer(database, question, answer, answer.digest !== before);
    if (changed) await database.announceChanges();
  } catch (error) {
    if (isPassing(error)) throw error; // it is looked at again
    log.error({ err: error, question: question.id }, "a saved question could not be checked");
    await keepFailure(database, question, "INTERNAL_SERVER_ERROR");
  }
  return true;
}

/** Whether something failed for a database that is away or busy, and not for the question. */
export const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseUnavailable || (error instanceof GraphQLError && passes(error));

/**
 * What the answer is compared with: the last one. On a new day it is what would be answered today if nothing had been
 * written since, as memberships begin and end by the calendar, which is no change in the feed.
 */
async function digestBefore(
  { database, answering }: Omit<Evaluation, "log">,
  question: BehindQuestion,
  now: string,
): Promise<string> {
  const { answerDigest, answeredAt, asOf } = question;
  const sameDay = answeredAt.slice(0, 10) === now.slice(0, 10);
  if (asOf !== null || sameDay) return answerDigest;
  const then = await answerText(answering, question, database.asKnownAt(answeredAt));
  return "digest" in then ? then.digest : answerDigest;
}

function failureCode(failed: NoAnswer): string {
  if ("tooLarge" in failed) return "ANSWER_TOO_LARGE";
  return String(failed.errors[0]?.extensions.code);
}
