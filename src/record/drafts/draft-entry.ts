import type { Database } from "../../db/database.js";
import type { DraftAction, EntityKind } from "../../db/generated/enums.js";
import type { Transaction } from "../../db/writing/transact.js";
import type { Entry, ListName } from "../entities/index.js";
import { entities } from "../entities/index.js";
import { momentOfWriting } from "../lock.js";
import { newId } from "../new-id.js";
import type { Authorship } from "../record.js";
import { insertRows } from "../store/bulk.js";
import { checkedEntry } from "../write/checked-entry.js";
import { type Outcome, type Refusal, together } from "../write/outcome.js";
import { checkedRevision } from "../write/revise-entry.js";
import type { Target } from "../write/stored-entity.js";
import { type Writing, write } from "../write/write.js";
import { tooManyDrafts } from "./too-many-drafts.js";

/**
 * Makes a draft of a new entity: checked as `recordEntry` checks, and nothing recorded. It may name what other pending
 * drafts of its author would record.
 *
 * @returns the draft's id
 */
export function draftEntry(
  database: Database,
  list: ListName,
  given: object,
  by: Writing,
  problems: readonly Refusal[] = [],
): Promise<Outcome> {
  return write(database, by, ["draft", list, given, by.reason], async (transaction) => {
    const checked = await checkedEntry(transaction, list, given, undefined, by);
    const wrong = together(problems, "refusals" in checked ? checked.refusals : []);
    const refusals = [...wrong, ...(await tooManyDrafts(transaction, by.author))];
    if ("refusals" in checked || refusals.length > 0) return { refusals };
    const { entry } = checked.item;
    return insertDraft(transaction, { action: "RECORD", entityKind: entities[list].kind, entry }, by);
  });
}

/** As `draftEntry`, of a revision, checked as `reviseEntry` checks. One that changes nothing is refused. */
export function draftRevision(
  database: Database,
  target: Target,
  changes: object,
  by: Writing,
  problems: readonly Refusal[] = [],
): Promise<Outcome> {
  const { list, id, version } = target;
  return write(database, by, ["draft of", list, id, version, changes, by.reason], async (transaction) => {
    const checked = await checkedRevision(transaction, target, changes, problems, by);
    const wrong = "refusals" in checked ? checked.refusals : [];
    const refusals = [...wrong, ...(await tooManyDrafts(transaction, by.author))];
    if ("refusals" in checked || refusals.length > 0) return { refusals };
    if (!checked.differs) return { refusals: [nothingToDecide("input")] };
    const entry = changedFields(checked.item.entry, changes);
    const revision = { entityKind: entities[list].kind, entityId: id, entityVersion: version };
    return insertDraft(transaction, { action: "REVISE", ...revision, entry }, by);
  });
}

/** Why there is no draft of what would change nothing. */
export const nothingToDecide = (path: string): Refusal => ({
  kind: "InvalidInput",
  path,
  message: "The draft equals the current record, so there is nothing to decide. Change at least one field",
});

interface NewDraft {
  readonly action: DraftAction;
  readonly entityKind: EntityKind;
  readonly entityId?: string;
  readonly entityVersion?: number;
  readonly entry: Entry | object;
}

async function insertDraft(
  transaction: Transaction,
  draft: NewDraft,
  { author, reason }: Authorship,
): Promise<Outcome> {
  const id = newId();
  const at = await momentOfWriting(transaction);
  const dated = { version: 1, recordedAt: at, updatedAt: at, status: "PENDING" };
  await insertRows(transaction, "Draft", [{ id, ...draft, author, reason, ...dated }]);
  return { id };
}

/**
 * The fields that a revision names, as they are to be once references are slugs and what is empty is left out: null where
 * one is cleared.
 *
 * @param entry the whole entry as it is to be, canonical
 * @param changes the fields as they were given
 */
export function changedFields(entry: object, changes: object): object {
  const fields = new Map<string, unknown>(Object.entries(entry));
  return Object.fromEntries(Object.keys(changes).map((field) => [field, fields.get(field) ?? null]));
}
