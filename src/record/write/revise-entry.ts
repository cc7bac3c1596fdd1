import { isDeepStrictEqual } from "node:util";
import type { Database } from "../../db/database.js";
import type { Transaction } from "../../db/writing/transact.js";
import type { Change } from "../changes.js";
import type { Drafting } from "../drafts/other-drafts.js";
import type { ApprovedAuthorship } from "../record.js";
import type { Stored } from "../store/load.js";
import { type CheckedEntry, checkedEntry } from "./checked-entry.js";
import { type Outcome, type Refusal, type Refused, refused, together } from "./outcome.js";
import { recordChange } from "./record-change.js";
import { storedEntity, type Target } from "./stored-entity.js";
import { type Writing, write } from "./write.js";

/**
 * Revises an entity: what `changes` does not name stays as it is, null and an empty list clear a field, a list replaces
 * the whole list. The same as what is on record makes no revision.
 *
 * @param problems what was found wrong with the request before: it is refused for these and all that is found here
 */
export function reviseEntry(
  database: Database,
  target: Target,
  changes: object,
  by: Writing,
  problems: readonly Refusal[] = [],
): Promise<Outcome> {
  const { list, id, version } = target;
  return write(database, by, ["revise", list, id, version, changes, by.reason], (transaction) =>
    reviseWithin(transaction, target, changes, by, problems),
  );
}

/** As `reviseEntry`, as a part of a write that may do more. */
export async function reviseWithin(
  transaction: Transaction,
  target: Target,
  changes: object,
  by: ApprovedAuthorship,
  problems: readonly Refusal[] = [],
): Promise<Outcome> {
  const checked = await checkedRevision(transaction, target, changes, problems);
  if ("refusals" in checked) return checked;
  const { item, known, stored, differs } = checked;
  if (!differs) return { id: target.id };
  const change: Change = { id: target.id, item, stored };
  return recordChange(transaction, change, known, by);
}

/** An entity as it is to be, with nothing wrong in it, and as it is. */
interface CheckedRevision extends CheckedEntry {
  readonly stored: Stored;
  /** Whether there is a difference between the two. */
  readonly differs: boolean;
}

/** What is wrong with a revision, with what was found before; or what it makes of the entity. */
export async function checkedRevision(
  transaction: Transaction,
  target: Target,
  changes: object,
  problems: readonly Refusal[] = [],
  drafting?: Drafting,
): Promise<CheckedRevision | Refused> {
  const stored = await storedEntity(transaction, target);
  if ("refusals" in stored) return { refusals: together(problems, stored.refusals) };
  if (stored.retractedAt) {
    const retracted = refused("InvalidInput", "input.id", "The entity is retracted. Reinstate it before you revise it");
    return { refusals: together(problems, retracted.refusals) };
  }
  const checked = await checkedEntry(transaction, target.list, { ...stored.entry, ...changes }, stored, drafting);
  const refusals = together(problems, "refusals" in checked ? checked.refusals : []);
  if ("refusals" in checked || refusals.length > 0) return { refusals };
  return { ...checked, stored, differs: !isDeepStrictEqual(checked.item.entry, stored.entry) };
}
