import { nouns, sluggedLists } from "../../record/format/dossier.js";
import type { Known } from "../../record/known.js";
import { naturalKey } from "../../record/natural-key.js";
import type { FileProblem } from "./problem.js";
import type { Declaration, ReadDossiers } from "./read/dossier-files.js";
import { type DossierItem, problemIn } from "./read/dossier-item.js";

/** Every slug that is taken already, every affiliation that is written twice, and every entry that was retracted. */
export function checkDeclarations(read: ReadDossiers, known: Known): FileProblem[] {
  return [...checkSlugs(read.declarations, known), ...checkRepeats(read.items), ...checkEntries(read.items, known)];
}

/** Proposals and policy actions share one space of slugs. */
const spaceOf = ({ list }: Declaration) => (list === "policyActions" ? "proposals" : list);

function checkSlugs(declarations: readonly Declaration[], known: Known): FileProblem[] {
  const first = new Map<string, Declaration>();
  return declarations.flatMap((declaration) => {
    const { list, slug, place } = declaration;
    const key = `${spaceOf(declaration)} ${slug}`;
    const earlier = first.get(key);
    first.set(key, earlier ?? declaration);
    const other = list === "proposals" ? "policyActions" : "proposals";
    const inDatabase = (list === "proposals" || list === "policyActions") && known.stored[other].has(slug);
    const takenBy = earlier ? `${nouns[earlier.list]} at ${whereIs(earlier)}` : `${nouns[other]} in the database`;
    if (!earlier && !inDatabase) return [];
    return [
      problemIn(
        list,
        place,
        ["slug"],
        `"${slug}" is the slug of ${takenBy} already`,
        "Choose another, or merge the two",
      ),
    ];
  });
}

const whereIs = ({ place }: Declaration | DossierItem) => `${place.part.file.path}:${place.line}`;

/** Affiliations and positions that are written twice. */
export function checkRepeats(items: readonly DossierItem[]): FileProblem[] {
  const first = new Map<string, DossierItem>();
  return items.flatMap((item) => {
    if ("slug" in item.entry) return [];
    const key = `${item.list} ${naturalKey(item.entry)}`;
    const earlier = first.get(key);
    first.set(key, earlier ?? item);
    if (!earlier) return [];
    const told =
      item.list === "positions" ? "holder, subject, basis and evidence" : "member, organization, kind, role and start";
    return [
      item.problem([], `is the same as ${nouns[item.list]} at ${whereIs(earlier)}: ${told}`, "Remove one of the two"),
    ];
  });
}

/** Entries that were retracted. */
export function checkEntries(items: readonly DossierItem[], known: Known): FileProblem[] {
  return items.flatMap((item) => {
    const stored = known.stored[item.list].get(naturalKey(item.entry));
    if (!stored?.retractedAt) return [];
    const on = stored.retractedAt.toISOString().slice(0, 10);
    const path = sluggedLists.some((list) => list === item.list) ? ["slug"] : [];
    return [item.problem(path, `was retracted on ${on}`, "Remove the entry, or reinstate it first")];
  });
}
