import type { Viewer } from "../../../auth/viewer.js";
import type { Database } from "../../../db/database.js";
import type { Transaction } from "../../../db/writing/transact.js";
import type { FieldProblem } from "../../../errors.js";
import { EntityKey, type ReferenceSql, reference } from "../../../graphql/field-sql.js";
import { prefixedUuid } from "../../../graphql/prefixed-uuid.js";
import { type Outcome, refused } from "../../../record/write/outcome.js";
import { write } from "../../../record/write/write.js";
import { newWebhookSecret } from "../webhooks/webhook-message.js";
import { nameTaken } from "./save-question.js";
import {
  deleteSavedQuestion,
  findStored,
  type StoredQuestion,
  savedQuestionsOf,
  updateSavedQuestion,
} from "./saved-question.repository.js";
import { SavedQuestion } from "./saved-question.type.js";

/** Which saved question of whose is changed. */
interface Target {
  readonly author: string;
  /** A uuid. */
  readonly id: string;
  /** That was seen; whichever it is when left out. */
  readonly version?: number;
}

type Changed = Outcome & { readonly webhookSecret?: string };

/** Gives a saved question another name, or another webhook with a new secret. */
export async function reviseSavedQuestion(
  database: Database,
  target: Target,
  { name, webhookUrl }: { name?: string; webhookUrl?: string | null },
): Promise<Changed> {
  const webhook =
    typeof webhookUrl === "string" ? { url: new URL(webhookUrl).href, secret: newWebhookSecret() } : webhookUrl;
  const outcome = await change(database, target, async (transaction) => {
    const other = name === undefined ? undefined : await findStored(transaction, target.author, { name });
    if (other && other.id !== target.id) return refused("InvalidInput", "input.name", nameTaken(other.name));
    await updateSavedQuestion(transaction, target.id, { name, webhook });
    return { id: target.id };
  });
  return { ...outcome, webhookSecret: webhook?.secret };
}

/** Gives a webhook a new secret; the one before goes on to sign as well, for a day. */
export async function rotateWebhookSecret(database: Database, target: Target): Promise<Changed> {
  const webhookSecret = newWebhookSecret();
  const outcome = await change(database, target, async (transaction, { webhookUrl }) => {
    if (webhookUrl === null)
      return refused("InvalidInput", "input.id", "The saved question has no webhook. Set its `webhookUrl` first");
    await updateSavedQuestion(transaction, target.id, { nextSecret: webhookSecret });
    return { id: target.id };
  });
  return { ...outcome, webhookSecret };
}

/** Deletes a saved question with all that was kept for it. */
export function forgetSavedQuestion(database: Database, target: Target): Promise<Outcome> {
  return change(database, target, async (transaction) => {
    await deleteSavedQuestion(transaction, target.id);
    return { id: target.id };
  });
}

function change(
  database: Database,
  { author, id, version }: Target,
  work: (transaction: Transaction, stored: StoredQuestion) => Promise<Outcome>,
): Promise<Outcome> {
  return write(database, { author }, [], async (transaction) => {
    const stored = await findStored(transaction, author, { id });
    if (!stored) return refused("NotFound", "input.id", "This is not the id of one of your saved questions");
    if (version === undefined || stored.version === version) return work(transaction, stored);
    const message = `The saved question is now at version ${stored.version}, not ${version}. Read it again before you retry`;
    return {
      refusals: [{ kind: "Conflict", path: "input.version", message, currentVersion: stored.version }],
    };
  });
}

/** How the saved question with this uuid is found if the viewer saved it; null for nobody. */
export function ownKey(uuid: string, viewer: Viewer | undefined): EntityKey | null {
  const table = savedQuestionsOf(viewer);
  return table && new EntityKey(table, "id", uuid);
}

/** The saved question whose id is a row's "savedQuestionId", if the viewer saved it. */
export function ownReference(viewer: Viewer | undefined): ReferenceSql | null {
  const table = savedQuestionsOf(viewer);
  return table && reference(table, "savedQuestionId");
}

/** The uuid in the global id of a saved question, which need not exist; or the reason why the id is not valid. */
export const savedQuestionUuid = (id: string, path: string): string | FieldProblem =>
  prefixedUuid(id, SavedQuestion.prefix, path);
