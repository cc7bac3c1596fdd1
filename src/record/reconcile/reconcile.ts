import { isDeepStrictEqual } from "node:util";
import { type Entry, entities, type ListName } from "../entities/index.js";
import { type Author, type Authors, authorsOf, type Query, somebody } from "./authors.js";
import { type Cell, cellsOf, entryOf } from "./cells.js";
import { listOrder, type Sides } from "./list-order.js";

/** A part of an entity that an import would change, but that somebody else wrote last. It is left as it is. */
export interface Conflict {
  /** The field: `name`, `stated.yes`, `codes`. */
  readonly field: string;
  /** Undefined where it was removed. */
  readonly recorded: unknown;
  readonly wanted: unknown;
  readonly by: Author;
}

export interface Reconciled<List extends ListName = ListName> {
  /** The entry to record: canonical, and equal to the recorded one where nothing is to be done. */
  readonly entry: Entry<List>;
  readonly conflicts: readonly Conflict[];
}

/** An entity that an import has an entry for. Both entries are canonical. */
export interface Pair<List extends ListName = ListName> {
  readonly id: string;
  readonly recorded: Entry<List>;
  readonly wanted: Entry<List>;
  /** The import that the wanted entry belongs to, as in `Revision.importer`. */
  readonly importer: string;
}

/**
 * Merges what an import wants with what is on record, three-way: the base is what the same import wrote last, which the
 * revisions tell. An import adds what is missing, and corrects or removes what it wrote itself. What somebody else wrote
 * stays: where the import wants another value, that is a conflict; where it says nothing of it, it is left alone. Lists
 * are merged item by item. See docs/adr/0027.
 *
 * @param overwrite takes the import's value for each conflict
 * @returns in the order of the pairs. One query for all revisions, none where every pair is equal.
 */
export async function reconcile<List extends ListName>(
  query: Query,
  list: List,
  pairs: readonly Pair<List>[],
  overwrite = false,
): Promise<Reconciled<List>[]> {
  const different = pairs.filter(({ recorded, wanted }) => !isDeepStrictEqual(recorded, wanted));
  if (different.length === 0) return pairs.map(({ recorded }) => ({ entry: recorded, conflicts: [] }));
  const authors = await authorsOf(
    query,
    different.map(({ id, recorded }) => ({ id, entry: recorded })),
  );
  return pairs.map((pair) => {
    const known = authors.get(pair.id);
    return known ? merge(list, pair, known, overwrite) : { entry: pair.recorded, conflicts: [] };
  });
}

function merge<List extends ListName>(
  list: List,
  { recorded, wanted, importer }: Pair<List>,
  authors: Authors,
  overwrite: boolean,
): Reconciled<List> {
  const sides: Sides = { now: cellsOf(recorded), ours: cellsOf(wanted), authors, importer };
  const { cells, conflicts } = mergeCells(sides, overwrite);
  const lines: Cell[] = [];
  for (const field of new Set([...cells.values()].map((cell) => cell.field))) {
    const order = listOrder(field, cells, sides, overwrite);
    lines.push(...order.names.flatMap((name) => cells.get(name) ?? []));
    const listOf = (entry: object) => (entry as Record<string, unknown>)[field]; // only lists have an order
    if (order.clash) conflicts.push({ field, recorded: listOf(recorded), wanted: listOf(wanted), by: order.clash });
  }
  const entry = entryOf<Entry<List>>(lines);
  if (entities[list].format.safeParse(entry).success) {
    return { entry: isDeepStrictEqual(entry, recorded) ? recorded : entry, conflicts };
  }
  // Each part is right, and they do not fit together: a quote that somebody removed, and its language.
  return overwrite ? { entry: wanted, conflicts: [] } : { entry: recorded, conflicts: everyDifference(sides) };
}

function mergeCells({ now, ours, authors, importer }: Sides, overwrite: boolean) {
  const cells = new Map<string, Cell>();
  const conflicts: Conflict[] = [];
  for (const name of new Set([...ours.keys(), ...now.keys()])) {
    const [old, wish, by] = [now.get(name), ours.get(name), authors.get(name)];
    const takes = by === undefined || by.importer === importer || (overwrite && wish !== undefined);
    const differs = !isDeepStrictEqual(old, wish);
    if (differs && !takes && wish) {
      conflicts.push({ field: wish.field, recorded: old?.value, wanted: wish.value, by });
    }
    const result = differs && !takes ? old : wish;
    if (result) cells.set(name, result);
  }
  return { cells, conflicts };
}

function everyDifference({ now, ours, authors }: Sides): Conflict[] {
  return [...new Set([...now.keys(), ...ours.keys()])].flatMap((name) => {
    const [old, wish] = [now.get(name), ours.get(name)];
    if (isDeepStrictEqual(old, wish)) return [];
    const by = authors.get(name) ?? somebody;
    return [{ field: (wish ?? old)?.field ?? name, recorded: old?.value, wanted: wish?.value, by }];
  });
}
