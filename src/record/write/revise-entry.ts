import { isDeepStrictEqual } from "node:util";
import type { Database } from "../../db/database.js";
import type { Change } from "../changes.js";
import { checkedEntry } from "./checked-entry.js";
import { type Outcome, refused } from "./outcome.js";
import { recordChange } from "./record-change.js";
import { alreadyTaken } from "./record-entry.js";
import { storedEntity, type Target } from "./stored-entity.js";
import { type Writing, write } from "./write.js";

/**
 * Revises an entity: what `changes` does not name stays as it is, null and an empty list clear a field, a list replaces
 * the whole list. The same as what is on record makes no revision.
 */
export function reviseEntry(database: Database, target: Target, changes: object, by: Writing): Promise<Outcome> {
  const { list, id, version } = target;
  return write(database, by, ["revise", list, id, version, changes, by.reason], async (transaction) => {
    const stored = await storedEntity(transaction, target);
    if ("refusals" in stored) return stored;
    if (stored.retractedAt) {
      return refused("InvalidInput", "input.id", "This was retracted, and can be revised once it is reinstated");
    }
    const checked = await checkedEntry(transaction, list, merged(stored.entry, changes));
    if ("refusals" in checked) return checked;
    const { item, known } = checked;
    if (isDeepStrictEqual(item.entry, stored.entry)) return { id };
    const taken = alreadyTaken(list, item.entry, known, id);
    if (taken) return { refusals: [taken] };
    const change: Change = { id, item, stored };
    return recordChange(transaction, change, known, by);
  });
}

function merged(entry: object, changes: object): object {
  const fields = Object.entries({ ...entry, ...changes });
  return Object.fromEntries(fields.filter(([, value]) => value !== null && value !== undefined));
}
