import type { Transaction } from "../db/writing/transact.js";
import {
  type Entry,
  entities,
  type ListName,
  listNames,
  listsOf,
  naturalKey,
  sluggedLists,
  slugSpaceOf,
} from "./entities/index.js";
import { type Entries, type Item, noSlugs } from "./entries.js";
import type { Referred, SluggedList } from "./format/reference.js";
import { type Named, namedIn } from "./named-in.js";
import type { Stored } from "./store/load.js";
import { loadPositions, loadStored } from "./store/load.js";

export type StoredByKey = { readonly [List in ListName]: ReadonlyMap<string, Stored<List>> };

/** What the entries of an import can name: what is recorded and what the files themselves declare. */
export interface Known {
  /** What is in the database of all that the import declares or names, by natural key. */
  readonly stored: StoredByKey;
  /** The import's valid entries by natural key. */
  readonly items: { readonly [List in ListName]: ReadonlyMap<string, Item<List>> };
  /** An entry as it will be after the import. */
  entry<List extends ListName>(list: List, key: string): Entry<List> | undefined;
}

/** What is in the database under these names. */
export async function lookUpNames(
  transaction: Transaction,
  names: readonly Pick<Named, "to" | "slug">[],
): Promise<StoredByKey> {
  const slugs = noSlugs();
  for (const { to, slug } of names) for (const list of listsOf(to)) slugs[list].add(slug);
  const stored: { [List in ListName]: Map<string, Stored<List>> } = emptyByList();
  for (const list of sluggedLists) await load(transaction, list, [...slugs[list]], stored[list]);
  return stored;
}

/** Looks up everything that an import declares or names: a number of statements that does not grow with the entries. */
export async function lookUp(transaction: Transaction, read: Entries): Promise<Known> {
  const slugs = slugsByList(read);
  const stored: { [List in ListName]: Map<string, Stored<List>> } = emptyByList();
  for (const list of sluggedLists) await load(transaction, list, [...slugs[list]], stored[list]);
  await load(transaction, "affiliations", membersToLoad(read), stored.affiliations);
  await lookUpPositions(transaction, read.items, stored.positions);

  return knownFrom(stored, itemsByKey(read.items));
}

function slugsByList({ items, declared }: Entries): Record<SluggedList, Set<string>> {
  const slugs = noSlugs();
  const add = (to: Referred, slug: string) => {
    for (const list of listsOf(to)) slugs[list].add(slug);
  };
  for (const list of sluggedLists) for (const slug of declared[list]) add(slugSpaceOf(list), slug);
  for (const { list, entry } of items) for (const { to, slug } of namedIn(entities[list].format, entry)) add(to, slug);
  return slugs;
}

/**
 * As `lookUp`, for positions that are part of an import whose other entries were looked up: what they name and what is not
 * known yet is added to `known`; the positions on record are those of these items alone.
 */
export async function lookUpPositionsOf(
  transaction: Transaction,
  known: Known,
  items: readonly Item<"positions">[],
): Promise<Known> {
  await lookUpNamesOf(transaction, known, items);
  const positions = new Map<string, Stored<"positions">>();
  await lookUpPositions(transaction, items, positions);
  return knownFrom({ ...known.stored, positions }, { ...known.items, positions: itemsByKey(items).positions });
}

/** Adds to `known` what is on record of all that these entries name and that is not in it yet. */
export async function lookUpNamesOf(transaction: Transaction, known: Known, items: Iterable<Item>): Promise<void> {
  const missing = noSlugs();
  for (const { list, entry } of items) {
    for (const { to, slug } of namedIn(entities[list].format, entry)) {
      for (const named of listsOf(to)) {
        if (!known.stored[named].has(slug) && !known.items[named].has(slug)) missing[named].add(slug);
      }
    }
  }
  for (const list of sluggedLists) {
    const into = known.stored[list] as Map<string, Stored>; // made here, as a map
    await load(transaction, list, [...missing[list]], into as Map<string, Stored<typeof list>>);
  }
}

/** What entries can name, from what is on record and what is to be recorded. */
export const knownFrom = (stored: StoredByKey, items: Known["items"]): Known => ({
  stored,
  items,
  entry: (list, key) => items[list].get(key)?.entry ?? stored[list].get(key)?.entry,
});

function membersToLoad({ items }: Entries): string[] {
  const members = items.flatMap(({ entry }) => {
    if ("member" in entry) return [entry.member];
    return "capacity" in entry && entry.capacity && entry.speaker ? [entry.speaker] : [];
  });
  return [...new Set(members)];
}

const chunk = 5000;

async function load<List extends ListName>(
  transaction: Transaction,
  list: List,
  keys: string[],
  into: Map<string, Stored<List>>,
): Promise<void> {
  for (let start = 0; start < keys.length; start += chunk) {
    put(await loadStored(transaction, list, keys.slice(start, start + chunk)), into);
  }
}

async function lookUpPositions(
  transaction: Transaction,
  items: readonly Item[],
  into: Map<string, Stored<"positions">>,
) {
  const pairs = new Map(
    items.flatMap(({ entry }) =>
      "holder" in entry ? [[`${entry.holder} ${entry.subject}`, { holder: entry.holder, subject: entry.subject }]] : [],
    ),
  );
  const wanted = [...pairs.values()];
  for (let start = 0; start < wanted.length; start += chunk) {
    put(await loadPositions(transaction, wanted.slice(start, start + chunk)), into);
  }
}

/** Of several with one key the first that is not retracted counts. */
function put<List extends ListName>(found: Stored<List>[], into: Map<string, Stored<List>>): void {
  for (const stored of found) {
    const key = naturalKey(stored.entry);
    if (into.get(key)?.retractedAt !== null) into.set(key, stored);
  }
}

function itemsByKey(items: readonly Item[]): Known["items"] {
  const byKey: Record<ListName, Map<string, Item>> = emptyByList();
  for (const item of items) {
    const key = naturalKey(item.entry);
    if (!byKey[item.list].has(key)) byKey[item.list].set(key, item);
  }
  // Each item was put under its own list.
  return byKey as unknown as Known["items"];
}

// Every list is a key, and an empty map is a map of anything.
const emptyByList = <T>() => Object.fromEntries(listNames.map((list) => [list, new Map()])) as unknown as T;
