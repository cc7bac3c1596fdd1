import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "../../db/writing/transact.js";
import type { ListName } from "../../record/entities/index.js";
import { naturalKey } from "../../record/entities/index.js";
import type { Item } from "../../record/entries.js";
import { type Known, knownFrom, lookUpNamesOf } from "../../record/known.js";
import type { Query } from "../../record/reconcile/authors.js";
import { type Conflict, reconcile } from "../../record/reconcile/reconcile.js";
import type { FileProblem, Problems } from "./problem.js";

/** The same, with each entry of some lists of the import as it is to be recorded: merged with what others wrote. */
export async function reconciled(
  transaction: Transaction,
  known: Known,
  lists: readonly ListName[],
  conflicts: Problems,
  overwrite = false,
): Promise<Known> {
  const merged = new Map<string, ReadonlyMap<string, Item>>(Object.entries(known.items));
  for (const list of lists) {
    const items: ReadonlyMap<string, Item> = known.items[list];
    merged.set(list, await mergedItems(transaction, list, items, known, conflicts, overwrite));
  }
  // What somebody else added to an entry may name what the files do not.
  const changed = lists.flatMap((list) => {
    const before: ReadonlyMap<string, Item> = known.items[list];
    return [...(merged.get(list) ?? [])].flatMap(([key, item]) => (before.get(key) === item ? [] : [item]));
  });
  await lookUpNamesOf(transaction, known, changed);
  // Each list under its own name.
  return knownFrom(known.stored, Object.fromEntries(merged) as unknown as Known["items"]);
}

async function mergedItems(
  transaction: Transaction,
  list: ListName,
  items: ReadonlyMap<string, Item>,
  known: Known,
  conflicts: Problems,
  overwrite: boolean,
): Promise<ReadonlyMap<string, Item>> {
  const query: Query = (statement) => transaction.$queryRaw(statement);
  const pairs = [...items.values()].flatMap((item) => {
    const stored = known.stored[list].get(naturalKey(item.entry));
    if (!stored || stored.retractedAt || isDeepStrictEqual(stored.entry, item.entry)) return [];
    return [{ item, id: stored.id, recorded: stored.entry, wanted: item.entry, importer: item.importer ?? "" }];
  });
  if (pairs.length === 0) return items;
  const results = await reconcile(query, list, pairs, overwrite);
  const merged = new Map(items);
  for (const [index, { entry, conflicts: found }] of results.entries()) {
    const item = pairs[index]?.item;
    if (!item) continue;
    merged.set(naturalKey(item.entry), Object.assign(Object.create(item), { entry }));
    conflicts.addAll(found.map((conflict) => problemOf(item, conflict)));
  }
  return merged;
}

function problemOf(item: Item, { field, recorded, wanted, by }: Conflict): FileProblem {
  const on = by.at ? ` on ${by.at.toISOString().slice(0, 10)}` : "";
  const path = field.split(".");
  const did = recorded === undefined ? "removed" : "recorded";
  const what = recorded === undefined ? shown(wanted) : shown(recorded);
  const message = `${what} was ${did} by ${by.author}${on} and stays unchanged${
    recorded === undefined ? "" : `; the file has ${shown(wanted)}`
  }`;
  // Told by an item of a file.
  return item.problem(path, message, "Correct the file, or import with --overwrite") as FileProblem;
}

/** A value in one line, shortened. */
function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
