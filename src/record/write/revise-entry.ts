import { isDeepStrictEqual } from "node:util";
import type { Database } from "../../db/database.js";
import type { Change } from "../changes.js";
import { checkedEntry } from "./checked-entry.js";
import { type Outcome, type Refusal, refused, together } from "./outcome.js";
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
  return write(database, by, ["revise", list, id, version, changes, by.reason], async (transaction) => {
    const stored = await storedEntity(transaction, target);
    if ("refusals" in stored) return { refusals: together(problems, stored.refusals) };
    if (stored.retractedAt) {
      const retracted = refused(
        "InvalidInput",
        "input.id",
        "This was retracted, and can be revised once it is reinstated",
      );
      return { refusals: together(problems, retracted.refusals) };
    }
    const checked = await checkedEntry(transaction, list, { ...stored.entry, ...changes }, stored);
    const refusals = together(problems, "refusals" in checked ? checked.refusals : []);
    if ("refusals" in checked || refusals.length > 0) return { refusals };
    const { item, known } = checked;
    if (isDeepStrictEqual(item.entry, stored.entry)) return { id };
    const change: Change = { id, item, stored };
    return recordChange(transaction, change, known, by);
  });
}
