import type { Context } from "../../../context.js";
import { badUserInput, type FieldProblem } from "../../../errors.js";
import { Loader } from "../../../graphql/loader.js";
import { oncePerRequest } from "../../../graphql/per-request.js";
import { GlobalIdError, parseGlobalId } from "../../../record/global-id.js";
import { ownSavedQuestions } from "./saved-question.repository.js";
import { SavedQuestion } from "./saved-question.type.js";

/** The saved question with this uuid if who asks saved it; null otherwise, be there one or not. All of a request are loaded together. */
export async function ownSavedQuestion(uuid: string, context: Context): Promise<SavedQuestion | null> {
  const { viewer, database } = context;
  if (!viewer) return null;
  const loader = oncePerRequest(
    context,
    ownSavedQuestion,
    () => new Loader<string, SavedQuestion | null>((uuids) => ownSavedQuestions(database, viewer, uuids)),
  );
  return await loader.load(uuid);
}

/** The uuid in the global id of a saved question, be there one or not; or why it is none. */
export function parsedId(id: string, path: string): string | FieldProblem {
  try {
    const { prefix, uuid } = parseGlobalId(id);
    if (prefix === SavedQuestion.prefix) return uuid;
    return { path, reason: `is the id of a "${prefix}", and a saved question's is wanted` };
  } catch (error) {
    if (error instanceof GlobalIdError) return { path, reason: error.message };
    throw error;
  }
}

/** As `parsedId`, for arguments. Throws BAD_USER_INPUT. */
export function savedQuestionUuid(id: string, path: string): string {
  const uuid = parsedId(id, path);
  if (typeof uuid === "string") return uuid;
  throw badUserInput(`\`${path}\`: ${uuid.reason}`, [uuid]);
}
