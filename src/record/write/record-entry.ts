import { typeid } from "typeid-js";
import type { Database } from "../../db/database.js";
import type { Change } from "../changes.js";
import { type Entry, type ListName, nouns } from "../format/dossier.js";
import { globalId } from "../global-id.js";
import type { Known } from "../known.js";
import { naturalKey } from "../natural-key.js";
import { storages } from "../store/storages.js";
import { checkedEntry } from "./checked-entry.js";
import type { Outcome, Refusal } from "./outcome.js";
import { recordChange } from "./record-change.js";
import { type Writing, write } from "./write.js";

/**
 * Records a new entity.
 *
 * @param given its entry in the dossier format, in which references may be global ids too
 */
export function recordEntry(database: Database, list: ListName, given: object, by: Writing): Promise<Outcome> {
  return write(database, by, ["record", list, given, by.reason], async (transaction) => {
    const checked = await checkedEntry(transaction, list, given);
    if ("refusals" in checked) return checked;
    const { item, known } = checked;
    const taken = alreadyTaken(list, item.entry, known);
    if (taken) return { refusals: [taken] };
    const change: Change = { id: typeid().toUUID(), item, stored: undefined };
    return recordChange(transaction, change, known, by);
  });
}

/**
 * What is on record already under the entry's slug, or with the same natural key where it has none.
 *
 * @param own the id of the entity that is revised, which may keep its own
 */
export function alreadyTaken(list: ListName, entry: Entry, known: Known, own?: string): Refusal | undefined {
  const key = naturalKey(entry);
  const places: readonly ListName[] =
    list === "proposals" || list === "policyActions" ? ["proposals", "policyActions"] : [list];
  for (const place of places) {
    const stored = known.stored[place].get(key);
    if (!stored || stored.id === own) continue;
    const what = `${nouns[place]}${stored.retractedAt ? " that was retracted" : ""}`;
    const id = globalId(storages[place].kind.toLowerCase(), stored.id);
    return "slug" in entry
      ? {
          kind: "DuplicateSlug",
          path: "input.slug",
          message: `"${entry.slug}" is the slug of ${what} already (${id}). Choose another`,
        }
      : { kind: "InvalidInput", path: "input", message: `This is on record already, as ${what} (${id}). Revise that` };
  }
  return undefined;
}
