import type { Viewer } from "../../../auth/viewer.js";
import type { Context } from "../../../context.js";
import { type FieldProblem } from "../../../errors.js";
import { column, type Legacy, type ReferenceSql } from "../../../graphql/field-sql.js";
import { Loader } from "../../../graphql/loader.js";
import { oncePerRequest } from "../../../graphql/per-request.js";
import { prefixedUuid } from "../../../graphql/prefixed-uuid.js";
import { ownSavedQuestions, savedQuestionsOf } from "./saved-question.repository.js";
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
export const savedQuestionUuid = (id: string, path: string): string | FieldProblem =>
  prefixedUuid(id, SavedQuestion.prefix, path);
/** The saved question whose id is a row's "savedQuestionId", if the viewer saved it. */
export function ownReference(viewer: Viewer | undefined): (ReferenceSql & { legacy: Legacy }) | null {
  const table = savedQuestionsOf(viewer);
  return (
    table && {
      kind: "reference",
      table,
      id: column("savedQuestionId"),
      legacy: ({ savedQuestionUuid }: { savedQuestionUuid: string }, context) =>
        ownSavedQuestion(savedQuestionUuid, context),
    }
  );
}
