import type { Database } from "../../db/database.js";
import type { Transaction } from "../../db/writing/transact.js";
import type { Change } from "../changes.js";
import type { ListName } from "../entities/index.js";
import { newId } from "../new-id.js";
import type { ApprovedAuthorship } from "../record.js";
import { checkedEntry } from "./checked-entry.js";
import { type Outcome, type Refusal, together } from "./outcome.js";
import { recordChange } from "./record-change.js";
import { type Writing, write } from "./write.js";

/**
 * Records a new entity.
 *
 * @param given its entry in the dossier format, in which references may be global ids too
 * @param problems what was found wrong with the request before: it is refused for these and all that is found here
 */
export function recordEntry(
  database: Database,
  list: ListName,
  given: object,
  by: Writing,
  problems: readonly Refusal[] = [],
): Promise<Outcome> {
  return write(database, by, ["record", list, given, by.reason], (transaction) =>
    recordWithin(transaction, list, given, by, problems),
  );
}

/** As `recordEntry`, as a part of a write that may do more. */
export async function recordWithin(
  transaction: Transaction,
  list: ListName,
  given: object,
  by: ApprovedAuthorship,
  problems: readonly Refusal[] = [],
): Promise<Outcome> {
  const checked = await checkedEntry(transaction, list, given);
  const refusals = together(problems, "refusals" in checked ? checked.refusals : []);
  if ("refusals" in checked || refusals.length > 0) return { refusals };
  const change: Change = { id: newId(), item: checked.item, stored: undefined };
  return recordChange(transaction, change, checked.known, by);
}
