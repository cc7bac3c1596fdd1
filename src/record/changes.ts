import { isDeepStrictEqual } from "node:util";
import { capacityOf } from "./capacity.js";
import type { Ids } from "./entities/define.js";
import { type ListName, listNames, naturalKey } from "./entities/index.js";
import type { Item } from "./entries.js";
import type { SluggedList } from "./format/reference.js";
import type { Known } from "./known.js";
import { newId } from "./new-id.js";
import type { Stored } from "./store/load.js";

/** An entry of the import, and the entity that it records or revises. */
export interface Change<List extends ListName = ListName> {
  readonly id: string;
  readonly item: Item<List>;
  /** Undefined for an entity that is not recorded yet. */
  readonly stored: Stored<List> | undefined;
}

export type Changes = { readonly [List in ListName]: ListChanges<List> };

export interface ListChanges<List extends ListName = ListName> {
  readonly recorded: readonly Change<List>[];
  readonly revised: readonly Change<List>[];
  readonly unchanged: number;
}

/** What an import, checked and merged with the record, does to one list. New ids ascend in the order of the files. */
export function changesOf<List extends ListName>(list: List, known: Known): Change<List>[] {
  return [...known.items[list]].map(([key, item]) => {
    const stored = known.stored[list].get(key);
    return { id: stored?.id ?? newId(), item, stored };
  });
}

/** Changes by what they do. */
export function sorted(changes: readonly Change[]): ListChanges {
  const recorded = changes.filter(({ stored }) => !stored);
  const revised = changes.filter(({ stored, item }) => stored && !isDeepStrictEqual(stored.entry, item.entry));
  return { recorded, revised, unchanged: changes.length - recorded.length - revised.length };
}

/** The ids of what the entries of a change name. */
export function idsOf(all: Readonly<Record<ListName, readonly Change[]>>, known: Known): Ids {
  const added = Object.fromEntries(
    listNames.map((list) => [list, new Map(all[list].map(({ item, id }) => [naturalKey(item.entry), id]))]),
  );
  const find = (list: ListName, key: string) => added[list]?.get(key) ?? known.stored[list].get(key)?.id;
  const of = (list: ListName, key: string): string => {
    const id = find(list, key);
    // The checks went over every reference before.
    if (id === undefined) throw new Error(`The checks let an unknown reference pass: ${list} ${key}`);
    return id;
  };
  return {
    of: (list: SluggedList, slug) => of(list, slug),
    optional: (list, slug) => (slug === undefined ? null : of(list, slug)),
    subject: (slug) => ({
      proposalId: find("proposals", slug) ?? null,
      policyActionId: find("policyActions", slug) ?? null,
    }),
    capacity(statement) {
      if (!statement.capacity) return null;
      const found = capacityOf(statement, known);
      return found.kind === "found" ? of("affiliations", naturalKey(found.affiliation)) : null;
    },
  };
}
