import { type Entry, type ListName, nouns } from "../format/dossier.js";
import { isSlug } from "../format/fields.js";
import type { Referred } from "../format/reference.js";
import { globalId } from "../global-id.js";
import { type Known, listsOf, lookUpNames } from "../known.js";
import { naturalKey } from "../natural-key.js";
import type { Stored, Transaction } from "../store/list-storage.js";
import { storages } from "../store/storages.js";
import type { Refusal } from "./outcome.js";

/**
 * What has the slug of an entry already, retracted or not.
 *
 * @param value an entry, perhaps with problems
 * @param own the id of the entity that is revised, which may keep its own
 */
export async function slugTaken(
  transaction: Transaction,
  list: ListName,
  value: { readonly slug?: unknown },
  own?: string,
): Promise<Refusal[]> {
  const { slug } = value;
  if (list === "affiliations" || list === "positions" || typeof slug !== "string" || !isSlug(slug)) return [];
  const to: Referred = list === "proposals" || list === "policyActions" ? "subjects" : list;
  const stored = await lookUpNames(transaction, [{ to, slug }]);
  for (const place of listsOf(to)) {
    const other = stored[place].get(slug);
    if (!other || other.id === own) continue;
    const what = `${nouns[place]}${other.retractedAt ? " that was retracted" : ""}`;
    const message = `"${slug}" is the slug of ${what} already (${idOf(place, other)}). Choose another`;
    return [{ kind: "DuplicateSlug", path: "input.slug", message }];
  }
  return [];
}

/** What is on record already with the natural key of an entry that has no slug. */
export function alreadyTaken(list: ListName, entry: Entry, known: Known, own?: string): Refusal[] {
  if ("slug" in entry) return [];
  const other = known.stored[list].get(naturalKey(entry));
  if (!other || other.id === own) return [];
  const what = `${nouns[list]}${other.retractedAt ? " that was retracted" : ""} (${idOf(list, other)})`;
  const remedy = other.retractedAt ? "Reinstate that" : "Revise that";
  return [{ kind: "InvalidInput", path: "input", message: `This is on record already, as ${what}. ${remedy}` }];
}

const idOf = (list: ListName, { id }: Stored): string => globalId(storages[list].kind.toLowerCase(), id);
