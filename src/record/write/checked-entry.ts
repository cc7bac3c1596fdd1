import type { z } from "zod";
import { canonical } from "../canonical.js";
import { checkCycles } from "../check/cycles.js";
import { checkPositions } from "../check/positions.js";
import { checkReferences } from "../check/references.js";
import { checkStatements } from "../check/statements.js";
import { type Entries, type Item, type Path, type Problem, pathText } from "../entries.js";
import { explain } from "../explain.js";
import { type Entry, type ListName, lists } from "../format/dossier.js";
import { type Known, lookUp } from "../known.js";
import type { Transaction } from "../store/list-storage.js";
import { withSlugs } from "./named-by-id.js";
import { type Refusal, sentence } from "./outcome.js";

/** An entry with nothing wrong in it, and what it names. */
export interface CheckedEntry<List extends ListName> {
  readonly item: Item<List>;
  readonly known: Known;
}

/** What is wrong with an entry, by itself and with what is on record: all of it; or the entry. */
export async function checkedEntry<List extends ListName>(
  transaction: Transaction,
  list: List,
  given: object,
): Promise<CheckedEntry<List> | { refusals: readonly Refusal[] }> {
  const { value, refusals } = await withSlugs(transaction, list, given);
  const type: z.ZodType<Entry<List>> = lists[list] as unknown as z.ZodType<Entry<List>>; // the list's own type
  const parsed = type.safeParse(value);
  if (!parsed.success) {
    const explained = explain(type, value, parsed.error.issues).map(({ path, message, hint }) =>
      invalid({ path: pathOf(path), message, hint }),
    );
    const told = new Set(refusals.map(({ path }) => path));
    return { refusals: [...refusals, ...explained.filter(({ path }) => !told.has(path))] };
  }
  if (refusals.length > 0) return { refusals };

  const item = itemOf(list, canonical<Entry<List>>(parsed.data));
  const entries: Entries = {
    items: [item as Item],
    declarations: "slug" in item.entry ? [{ list, slug: item.entry.slug }] : [],
    invalid: new Set(),
    complete: true,
  };
  const known = await lookUp(transaction, entries);
  const missing = await checkReferences(transaction, entries, known);
  const wrong = [
    ...checkStatements(entries, known),
    ...checkPositions(known),
    ...(missing.length === 0 ? await checkCycles(transaction, known) : []),
  ];
  const found = [
    ...missing.map((problem) => ({ ...invalid(problem), kind: "NotFound" as const })),
    ...wrong.map(invalid),
  ];
  return found.length > 0 ? { refusals: found } : { item, known };
}

const pathOf = (path: Path): string => pathText(["input", ...path]);

const invalid = ({ path, message, hint }: Problem): Refusal => ({
  kind: "InvalidInput",
  path,
  message: sentence(message, hint),
});

const itemOf = <List extends ListName>(list: List, entry: Entry<List>): Item<List> => ({
  list,
  entry,
  problem: (path, message, hint) => ({ path: pathOf(path), message, hint }),
});
