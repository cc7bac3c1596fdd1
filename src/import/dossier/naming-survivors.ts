import type { z } from "zod";
import type { Transaction } from "../../db/writing/transact.js";
import { entities, type ListName } from "../../record/entities/index.js";
import { explain } from "../../record/explain.js";
import { type Survivors, survivorsOf, withSurvivors } from "../../record/merge/survivors.js";
import type { FileProblem, Problems } from "./problem.js";
import { DossierItem } from "./read/dossier-item.js";

/**
 * Items with survivors wherever an entry names an actor that was merged into another since it was written. An entry of such
 * an actor is a problem, as is one that is wrong with the survivor in it: these are left out.
 */
export async function namingSurvivors<List extends ListName>(
  transaction: Transaction,
  items: readonly DossierItem<List>[],
  problems: Problems,
): Promise<readonly DossierItem<List>[]> {
  const survivors = await survivorsOf(transaction, items);
  if (survivors.size === 0) return items;
  return items.flatMap((item) => {
    const found = problemsOf(item, survivors);
    problems.addAll(found);
    if (found.length > 0) return [];
    const entry = withSurvivors(item.list, item.entry, survivors);
    return [new DossierItem(item.list, entry, item.place)];
  });
}

function problemsOf(item: DossierItem, survivors: Survivors): FileProblem[] {
  const { list, entry } = item;
  const survivor = list === "actors" && "slug" in entry ? survivors.get(entry.slug) : undefined;
  if (survivor !== undefined) {
    return [
      item.problem(["slug"], `was merged into "${survivor}"`, `Remove the entry, and refer to \`${survivor}\` instead`),
    ];
  }
  const after = withSurvivors(list, entry, survivors);
  const type: z.ZodType = entities[list].format;
  const parsed = after === entry ? undefined : type.safeParse(after);
  if (!parsed || parsed.success) return [];
  return explain(type, after, parsed.error.issues).map(({ path, message, hint }) => item.problem(path, message, hint));
}
