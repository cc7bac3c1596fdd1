import { type Author, type Authors, orderOf } from "./authors.js";
import type { Cell, Cells } from "./cells.js";

/** What is merged. */
export interface Sides {
  /** On record. */
  readonly now: Cells;
  /** As the import wants it. */
  readonly ours: Cells;
  readonly authors: Authors;
  readonly importer: string;
}

/** The names of one field's cells in their order. */
interface Order {
  readonly names: readonly string[];
  /** The person that put the list in another order than the import wants. */
  readonly clash?: Author;
}

/**
 * The order of a merged list. Where only this import wrote the list it is the import's. An order that a person made stays,
 * and what the import adds comes last. Where several imports wrote it, the order must not depend on which of them came
 * first: it is that of the one that has all items, if the other agrees with it; else it is by key.
 *
 * @param merged the cells of the merged entry
 */
export function listOrder(
  field: string,
  merged: ReadonlyMap<string, Cell>,
  { now, ours, authors, importer }: Sides,
  overwrite: boolean,
): Order {
  const within = (cells: Cells) => [...cells.keys()].filter((name) => merged.get(name)?.field === field);
  const [all, before, wanted] = [within(merged), within(now), within(ours)];
  const by = authors.get(orderOf(field));
  if (all.length < 2 || by === undefined) return { names: all };
  const isOurs = [...all, orderOf(field)].every((name) => (authors.get(name) ?? { importer }).importer === importer);
  if (isOurs) return { names: wanted };
  if (by.importer === null) return personsOrder(all, before, wanted, by, overwrite);
  if (before.length === all.length && isWithin(wanted, before)) return { names: before };
  if (wanted.length === all.length && isWithin(before, wanted)) return { names: wanted };
  return { names: [...all].sort() };
}

function personsOrder(
  all: readonly string[],
  before: readonly string[],
  wanted: readonly string[],
  by: Author,
  overwrite: boolean,
): Order {
  const old = new Set(before);
  const differs = !isWithin(
    wanted.filter((name) => old.has(name)),
    before,
  );
  if (differs && overwrite) return { names: [...new Set([...wanted, ...all])] };
  const names = [...before, ...all.filter((name) => !old.has(name))];
  return differs ? { names, clash: by } : { names };
}

/** Whether the items of one list come in the same order in another. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const name of all) if (name === some[next]) next++;
  return next === some.length;
}
