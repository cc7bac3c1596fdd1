import { entities, listNames, listOfKind, listsOf } from "../entities/index.js";
import { namedIn } from "../named-in.js";
import type { DraftTarget, StoredDraft } from "./stored-draft.js";

/**
 * Drafts in an order in which they can be recorded: what a draft names by its slug comes before it. Between lists that is the
 * order of lists, since each refers to earlier ones or to itself; within a list a walk along the names. Otherwise as given. A
 * circle has no such order, and is refused when it is recorded.
 */
export function inOrder<Target extends DraftTarget>(
  targets: readonly Target[],
  drafts: readonly StoredDraft[],
): Target[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const place = ({ id }: Target): number => {
    const draft = byId.get(id);
    return draft ? listNames.indexOf(listOfKind(draft.kind)) : -1;
  };
  const sorted = [...targets].sort((a, b) => place(a) - place(b));
  const bySlug = new Map(sorted.map((target) => [slugOf(byId.get(target.id)), target]));
  const ordered = new Set<Target>();
  const begun = new Set<Target>();
  const visit = (target: Target): void => {
    if (begun.has(target)) return;
    begun.add(target);
    for (const slug of namedBy(byId.get(target.id))) {
      const named = bySlug.get(slug);
      if (named) visit(named);
    }
    ordered.add(target);
  };
  for (const target of sorted) visit(target);
  return [...ordered];
}

/** With its list, as slugs of different lists may be the same. */
function slugOf(draft: StoredDraft | undefined): string | undefined {
  if (draft?.action !== "RECORD" || !("slug" in draft.entry)) return undefined;
  return `${listOfKind(draft.kind)} ${draft.entry.slug}`;
}

function namedBy(draft: StoredDraft | undefined): string[] {
  if (!draft) return [];
  return namedIn(entities[listOfKind(draft.kind)].format, draft.entry).flatMap(({ to, slug }) =>
    listsOf(to).map((list) => `${list} ${slug}`),
  );
}
