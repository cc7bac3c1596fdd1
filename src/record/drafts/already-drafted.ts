import { type Entry, entities, type ListName, naturalKey } from "../entities/index.js";
import type { Item } from "../entries.js";
import { globalId } from "../global-id.js";
import type { Refusal } from "../write/outcome.js";
import type { PendingDraft } from "./other-drafts.js";
import { draftPrefix } from "./stored-draft.js";

/**
 * Which of its author's other drafts would take the slug of an entry, perhaps with problems.
 *
 * @param own the entry as it is on record, where it is revised: what it keeps is its own
 */
export function slugDrafted(
  list: ListName,
  value: { readonly slug?: unknown },
  drafts: readonly PendingDraft[],
  own?: Entry,
): Refusal[] {
  if (own && "slug" in own && own.slug === value.slug) return [];
  const other = drafts.find(
    (draft) =>
      entities[draft.list].slugSpace === entities[list].slugSpace &&
      "slug" in draft.entry &&
      draft.entry.slug === value.slug,
  );
  if (!other) return [];
  const message = `"${value.slug}" is the slug of ${entities[other.list].noun} in another of your drafts (${draftIdOf(other)}). Choose another slug, or revise that draft`;
  return [{ kind: "DuplicateSlug", path: "input.slug", message }];
}

/** As `slugDrafted`, which would record the same, of what has no slug. */
export function alreadyDrafted(
  { list, entry }: Pick<Item, "list" | "entry">,
  drafts: readonly PendingDraft[],
  own?: Entry,
): Refusal[] {
  if ("slug" in entry || (own && naturalKey(own) === naturalKey(entry))) return [];
  const other = drafts.find((draft) => draft.list === list && naturalKey(draft.entry) === naturalKey(entry));
  if (!other) return [];
  const message = `Another of your drafts already has this content (${draftIdOf(other)}). Revise that draft`;
  return [{ kind: "InvalidInput", path: "input", message }];
}

const draftIdOf = ({ id }: PendingDraft): string => globalId(draftPrefix, id);
