import { entities, hasSlugs, listsOf, naturalKey } from "../../record/entities/index.js";
import type { Known } from "../../record/known.js";
import type { FileProblem } from "./problem.js";
import type { Declaration, ReadDossiers } from "./read/dossier-files.js";
import { type DossierItem, type Place, problemIn } from "./read/dossier-item.js";

/** Every slug that is taken already, every affiliation that is written twice, and every entry that was retracted. */
export function checkDeclarations(read: ReadDossiers, known: Known): FileProblem[] {
  return [...checkSlugs(read.declarations, known), ...checkRepeats(read.items), ...checkEntries(read.items, known)];
}

function checkSlugs(declarations: readonly Declaration[], known: Known): FileProblem[] {
  const first = new Map<string, Declaration>();
  return declarations.flatMap((declaration) => {
    const { list, slug, place } = declaration;
    const { slugSpace } = entities[list];
    const key = `${slugSpace ?? list} ${slug}`;
    const earlier = first.get(key);
    first.set(key, earlier ?? declaration);
    const others = slugSpace ? listsOf(slugSpace).filter((one) => one !== list) : [];
    const other = others.find((one) => known.stored[one].has(slug));
    if (!earlier && !other) return [];
    const takenBy = earlier
      ? `${entities[earlier.list].noun} at ${whereIs(earlier)}`
      : `${entities[other ?? list].noun} in the database`;
    return [
      problemIn(
        list,
        place,
        ["slug"],
        `"${slug}" is already the slug of ${takenBy}`,
        "Choose another slug, or merge the two entries",
      ),
    ];
  });
}

const whereIs = ({ place }: { readonly place: Place }) => `${place.part.file.path}:${place.line}`;

/**
 * Affiliations and positions that are written twice.
 *
 * @param first where each was found by calls before
 */
export function checkRepeats(items: readonly DossierItem[], first = new Map<string, Place>()): FileProblem[] {
  return items.flatMap((item) => {
    if ("slug" in item.entry) return [];
    const key = `${item.list} ${naturalKey(item.entry)}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, item.place);
      return [];
    }
    return [
      item.problem(
        [],
        `is the same as ${entities[item.list].noun} at ${whereIs({ place: earlier })}: ${entities[item.list].keyed?.keyNoun}`,
        "Remove one of the two",
      ),
    ];
  });
}

/** Entries that were retracted. */
export function checkEntries(items: readonly DossierItem[], known: Known): FileProblem[] {
  return items.flatMap((item) => {
    const stored = known.stored[item.list].get(naturalKey(item.entry));
    if (!stored?.retractedAt) return [];
    const on = stored.retractedAt.toISOString().slice(0, 10);
    const path = hasSlugs(item.list) ? ["slug"] : [];
    return [item.problem(path, `was retracted on ${on}`, "Remove the entry, or reinstate it first")];
  });
}
