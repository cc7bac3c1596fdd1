import { createHash } from "node:crypto";
import type { GraphQLError } from "graphql";
import type { Database } from "../../../db/database.js";
import { passes } from "../../../errors.js";
import { type Answer, type Answering, type Question } from "../answering.js";
import { momentNow } from "./evaluation.repository.js";

/** Bytes of an answer's JSON: more is no alert that anybody reads, and each change would be kept. */
export const largestAnswer = 1_048_576;

/** Why a question has no answer. */
export type NoAnswer = { readonly errors: readonly GraphQLError[] } | { readonly tooLarge: number };

/** Answers a question by the record as it stands after one change of the feed, whatever is written meanwhile. */
export function answerNow(answering: Answering, question: Question, database: Database): Promise<Answer | NoAnswer> {
  return database.inSnapshot(async (snapshot) => {
    const moment = await momentNow(snapshot);
    const answer = await answerText(answering, question, snapshot);
    return "text" in answer ? { ...answer, ...moment } : answer;
  });
}

/** As `answerNow`, on the record as it was at a moment. */
export async function answerText(
  answering: Answering,
  question: Question,
  database: Database,
): Promise<Pick<Answer, "text" | "digest"> | NoAnswer> {
  const { data, errors } = await answering.answer(question, database);
  const passing = errors?.find(passes);
  if (passing) throw passing; // it says nothing of the question
  if (errors) return { errors };
  const text = JSON.stringify(data);
  const bytes = Buffer.byteLength(text);
  if (bytes > largestAnswer) return { tooLarge: bytes };
  return { text, digest: createHash("sha256").update(text).digest("hex") };
}
