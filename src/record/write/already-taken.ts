import type { Transaction } from "../../db/writing/transact.js";
import { type Entry, entities, hasSlugs, type ListName, listsOf, naturalKey, slugSpaceOf } from "../entities/index.js";
import { isSlug } from "../format/fields.js";
import { globalId } from "../global-id.js";
import { type Known, lookUpNames } from "../known.js";
import type { Stored } from "../store/load.js";
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
  if (!hasSlugs(list) || typeof slug !== "string" || !isSlug(slug)) return [];
  const to = slugSpaceOf(list);
  const stored = await lookUpNames(transaction, [{ to, slug }]);
  for (const place of listsOf(to)) {
    const other = stored[place].get(slug);
    if (!other || other.id === own) continue;
    const what = `${entities[place].noun}${other.retractedAt ? " that was retracted" : ""}`;
    const message = `"${slug}" is already the slug of ${what} (${idOf(place, other)}). Choose another slug`;
    return [{ kind: "DuplicateSlug", path: "input.slug", message }];
  }
  return [];
}

/** What is on record already with the natural key of an entry that has no slug. */
export function alreadyTaken(list: ListName, entry: Entry, known: Known, own?: string): Refusal[] {
  if ("slug" in entry) return [];
  const other = known.stored[list].get(naturalKey(entry));
  if (!other || other.id === own) return [];
  const what = `${entities[list].noun}${other.retractedAt ? " that was retracted" : ""} (${idOf(list, other)})`;
  const remedy = other.retractedAt ? "Reinstate that" : "Revise that";
  return [{ kind: "InvalidInput", path: "input", message: `This is already recorded, as ${what}. ${remedy}` }];
}

const idOf = (list: ListName, { id }: Stored): string => globalId(entities[list].prefix, id);
