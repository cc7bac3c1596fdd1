import type { z } from "zod";
import { explain } from "../../record/explain.js";
import { lists } from "../../record/format/dossier.js";
import { type Survivors, survivorsOf, withSurvivors } from "../../record/merge/survivors.js";
import type { Transaction } from "../../record/store/list-storage.js";
import type { FileProblem } from "./problem.js";
import { DossierItem, type ReadDossiers } from "./read/dossier-files.js";

/**
 * What was read, with survivors wherever an entry names an actor that was merged into another since it was written. An
 * entry of such an actor is a problem, as is one that is wrong with the survivor in it.
 */
export async function namingSurvivors(transaction: Transaction, read: ReadDossiers): Promise<ReadDossiers> {
  const survivors = await survivorsOf(transaction, read.items);
  if (survivors.size === 0) return read;
  const problems: FileProblem[] = [];
  const items = read.items.flatMap((item): DossierItem[] => {
    const found = problemsOf(item, survivors);
    problems.push(...found);
    const entry = withSurvivors(item.list, item.entry, survivors);
    return found.length > 0 ? [] : [new DossierItem(item.list, entry, item.place)];
  });
  return { ...read, items, problems: [...read.problems, ...problems] };
}

function problemsOf(item: DossierItem, survivors: Survivors): FileProblem[] {
  const { list, entry } = item;
  const survivor = list === "actors" && "slug" in entry ? survivors.get(entry.slug) : undefined;
  if (survivor !== undefined) {
    return [item.problem(["slug"], `was merged into "${survivor}"`, `Remove the entry, and name \`${survivor}\``)];
  }
  const after = withSurvivors(list, entry, survivors);
  const type: z.ZodType = lists[list];
  const parsed = after === entry ? undefined : type.safeParse(after);
  if (!parsed || parsed.success) return [];
  return explain(type, after, parsed.error.issues).map(({ path, message, hint }) => item.problem(path, message, hint));
}
