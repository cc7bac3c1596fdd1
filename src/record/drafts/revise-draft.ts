import type { Database } from "../../db/database.js";
import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { listOfKind } from "../entities/index.js";
import { momentOfWriting } from "../lock.js";
import { checkedEntry } from "../write/checked-entry.js";
import { type Outcome, type Refusal, type Refused, refused, together } from "../write/outcome.js";
import { checkedRevision } from "../write/revise-entry.js";
import { type Writing, write } from "../write/write.js";
import { changedFields, nothingToDecide } from "./draft-entry.js";
import { beneath, type DraftTarget, loadDrafts, pendingDraft, type StoredDraft } from "./stored-draft.js";

/** Who changes a draft. */
export interface DraftWriting extends Writing {
  /** Whether he sees the drafts of others. */
  readonly seesAll: boolean;
}

/** What a draft is to be. */
export interface DraftRevision {
  /** In place of what it has. */
  readonly entry: object;
  /** Of a draft of a revision: the version of the entity that was seen, where that is another by now. */
  readonly entityVersion?: number;
}

/**
 * Replaces what a pending draft would record or revise: its author may, until it is decided.
 *
 * @returns the draft's id
 */
export function reviseDraft(
  database: Database,
  target: DraftTarget,
  { entry, entityVersion }: DraftRevision,
  by: DraftWriting,
  problems: readonly Refusal[] = [],
): Promise<Outcome> {
  const request = ["revise draft", target.id, target.version, entry, entityVersion, by.reason];
  return write(database, by, request, async (transaction) => {
    const draft = await ownDraft(transaction, target, by);
    if ("refusals" in draft) return { refusals: together(problems, draft.refusals) };
    const changed = { ...draft, entityVersion: entityVersion ?? draft.entityVersion };
    const checked = await checkedDraft(transaction, changed, entry);
    const refusals = together(problems, "refusals" in checked ? beneath("input", checked.refusals) : []);
    if ("refusals" in checked || refusals.length > 0) return { refusals };
    await transaction.$executeRaw(
      sql`update "Draft" set version = version + 1, "updatedAt" = ${await momentOfWriting(transaction)}::timestamptz,
        entry = ${JSON.stringify(checked.entry)}::jsonb, "entityVersion" = ${changed.entityVersion}::integer,
        reason = coalesce(${by.reason ?? null}, reason) where id = ${target.id}::uuid`,
    );
    return { id: target.id };
  });
}

/** Takes a pending draft back: its author may, until it is decided. Again has the same answer. */
export function withdrawDraft(database: Database, target: DraftTarget, by: DraftWriting): Promise<Outcome> {
  return write(database, by, ["withdraw draft", target.id, target.version, by.reason], async (transaction) => {
    const draft = await ownDraft(transaction, target, by);
    if ("refusals" in draft) return draft;
    const at = await momentOfWriting(transaction);
    await transaction.$executeRaw(
      sql`update "Draft" set version = version + 1, "updatedAt" = ${at}::timestamptz, status = 'WITHDRAWN',
        "decidedAt" = ${at}::timestamptz, "decidedBy" = ${by.author}, "decisionReason" = ${by.reason ?? null}
        where id = ${target.id}::uuid`,
    );
    return { id: target.id };
  });
}

async function ownDraft(
  transaction: Transaction,
  target: DraftTarget,
  { author, seesAll }: DraftWriting,
): Promise<StoredDraft | Refused> {
  const [draft] = await loadDrafts(transaction, [target.id]);
  const isOwn = draft?.author === author;
  if (draft && !isOwn && seesAll) {
    const message = "Only the author can change a draft. Reject it and describe the changes to make";
    return refused("InvalidInput", "input.id", message);
  }
  return pendingDraft(isOwn ? draft : undefined, target);
}

/** The new content of a draft, or its problems, checked as if it were recorded or revised. */
async function checkedDraft(
  transaction: Transaction,
  { id: draftId, author, kind, entityId, entityVersion }: StoredDraft,
  entry: object,
): Promise<{ entry: object } | Refused> {
  const list = listOfKind(kind);
  const drafting = { author, draftId };
  if (entityId === null || entityVersion === null) {
    const checked = await checkedEntry(transaction, list, entry, undefined, drafting);
    return "refusals" in checked ? checked : { entry: checked.item.entry };
  }
  const target = { list, id: entityId, version: entityVersion };
  const checked = await checkedRevision(transaction, target, entry, [], drafting);
  if ("refusals" in checked) return checked;
  if (!checked.differs) return { refusals: [nothingToDecide("input")] };
  return { entry: changedFields(checked.item.entry, entry) };
}
