import type { DraftAction, DraftStatus, EntityKind } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { globalId } from "../global-id.js";
import type { Refusal, Refused } from "../write/outcome.js";

/** The draft to change or decide, in the version that the caller has seen. */
export interface DraftTarget {
  /** A uuid. */
  readonly id: string;
  readonly version: number;
}

export interface StoredDraft extends DraftTarget {
  readonly author: string;
  readonly action: DraftAction;
  readonly kind: EntityKind;
  readonly entityId: string | null;
  readonly entityVersion: number | null;
  readonly entry: object;
  readonly reason: string | null;
  readonly status: DraftStatus;
  readonly decidedBy: string | null;
}

/** What the global ids of drafts begin with. */
export const draftPrefix = "draft";

/** Drafts by their ids, in no order: one statement. */
export function loadDrafts(transaction: Transaction, ids: readonly string[]): Promise<StoredDraft[]> {
  return transaction.$queryRaw<StoredDraft[]>(
    sql`select id, version, author, action, "entityKind" as kind, "entityId", "entityVersion", entry, reason, status, "decidedBy"
      from "Draft" where id = any(${[...ids]}::uuid[])`,
  );
}

/** A draft that awaits a decision, in the version that the caller has seen; or the reason why there is no such draft. */
export function pendingDraft(
  draft: StoredDraft | undefined,
  { id, version }: DraftTarget,
  at = "input",
): StoredDraft | Refused {
  if (!draft) return { refusals: [noDraft(id, at)] };
  if (draft.status !== "PENDING") {
    const message = `This draft has already been ${draft.status.toLowerCase()}. Create a new draft for further changes`;
    return { refusals: [{ kind: "InvalidInput", path: `${at}.id`, message }] };
  }
  if (draft.version === version) return draft;
  const message = `The draft is now at version ${draft.version}, not ${version}. Read it again before you retry`;
  return { refusals: [{ kind: "Conflict", path: `${at}.version`, message, currentVersion: draft.version }] };
}

/** The same if there is no such draft and if the caller may not see it. */
const noDraft = (id: string, at: string): Refusal => ({
  kind: "NotFound",
  path: `${at}.id`,
  message: `"${globalId(draftPrefix, id)}" is not the id of a draft`,
});

/**
 * What is wrong with the entry of a draft, in terms of an input that names the draft: "input.sponsors[0]" is reported as
 * "input.entry.sponsors[0]", and what is wrong with the version of the entity as "input.entityVersion".
 *
 * @param at the input, or a part of it, that names the draft
 */
export function beneath(at: string, refusals: readonly Refusal[]): Refusal[] {
  return refusals.map((refusal) => ({ ...refusal, path: `${at}.${ofDraft(refusal.path)}` }));
}

const ofDraft = (path: string): string => {
  if (path === "input.id") return "entityId";
  return path === "input.version" ? "entityVersion" : path.replace(/^input/, "entry");
};
