import type { Database } from "../../db/database.js";
import type { DraftStatus } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { listOfKind } from "../entities/index.js";
import { momentOfWriting } from "../lock.js";
import type { Authorship } from "../record.js";
import type { Outcome } from "../write/outcome.js";
import { recordWithin } from "../write/record-entry.js";
import { reviseWithin } from "../write/revise-entry.js";
import { write } from "../write/write.js";
import { inOrder } from "./draft-order.js";
import { beneath, type DraftTarget, loadDrafts, pendingDraft, type StoredDraft } from "./stored-draft.js";

type Decision = Extract<DraftStatus, "APPROVED" | "REJECTED">;

/** A draft to decide. */
export interface DraftInInput extends DraftTarget {
  /** The part of the input that names it, as in `input.drafts[3]`. */
  readonly at: string;
}

/**
 * Decides drafts, each in a transaction of its own: of those that are approved, one that another names comes first. One
 * that cannot be recorded stays as it is. The same request again, as after a lost response, has the same response, and
 * nothing is done twice.
 *
 * @returns the outcome for each target: the draft's id, or why it was not decided
 */
export async function decideDrafts<Target extends DraftInInput>(
  database: Database,
  decision: Decision,
  targets: readonly Target[],
  by: Authorship,
): Promise<Map<Target, Outcome>> {
  const drafts = await loadDrafts(
    database.prisma,
    targets.map(({ id }) => id),
  );
  const outcomes = new Map<Target, Outcome>();
  for (const target of inOrder(targets, drafts)) {
    const request = [decision, target.id, target.version];
    outcomes.set(
      target,
      await write(database, by, request, (transaction) => decide(transaction, decision, target, by)),
    );
  }
  return outcomes;
}

async function decide(
  transaction: Transaction,
  decision: Decision,
  target: DraftInInput,
  by: Authorship,
): Promise<Outcome> {
  const [found] = await loadDrafts(transaction, [target.id]);
  if (found && isDecidedSo(found, decision, target, by)) return { id: target.id };
  const draft = pendingDraft(found, target, target.at);
  if ("refusals" in draft) return draft;
  const done = decision === "APPROVED" ? await recorded(transaction, draft, by) : { id: draft.entityId };
  if ("refusals" in done) return { refusals: beneath(target.at, done.refusals) };
  const moment = await momentOfWriting(transaction);
  await transaction.$executeRaw(
    sql`update "Draft" set version = version + 1, "updatedAt" = ${moment}::timestamptz, status = ${decision}::"DraftStatus",
      "decidedAt" = ${moment}::timestamptz, "decidedBy" = ${by.author}, "decisionReason" = ${by.reason ?? null},
      "entityId" = ${done.id}::uuid where id = ${target.id}::uuid`,
  );
  return { id: target.id };
}

/** Whether the same person decided the same of the same version before. */
const isDecidedSo = (draft: StoredDraft, decision: Decision, target: DraftTarget, { author }: Authorship): boolean =>
  draft.status === decision && draft.decidedBy === author && draft.version === target.version + 1;

/** Writes what a draft says, as its author's. */
function recorded(transaction: Transaction, draft: StoredDraft, { author }: Authorship): Promise<Outcome> {
  const { kind, entityId, entityVersion, entry } = draft;
  const by = { author: draft.author, reason: draft.reason ?? undefined, approvedBy: author };
  const list = listOfKind(kind);
  if (entityId === null || entityVersion === null) return recordWithin(transaction, list, entry, by);
  return reviseWithin(transaction, { list, id: entityId, version: entityVersion }, entry, by);
}
