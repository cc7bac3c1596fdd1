import { raw, sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { type Entry, entities, type ListName, naturalKey } from "../entities/index.js";
import type { SluggedList } from "../format/reference.js";
import { loadStored } from "./load.js";
import { slugsIn } from "./slugs.js";

/** About how many entities are in memory at a time. */
const page = 1000;

/** The entries of a list that are not retracted, in the order in which they are exported, page by page. */
export async function* storedEntries(transaction: Transaction, list: ListName): AsyncGenerator<Entry[]> {
  const { keyed } = entities[list]; // of whose entries the list is
  for (const keys of pages(await keysOf(transaction, list))) {
    const found = await loadStored(transaction, list, keys);
    const entries: Entry[] = found.filter(({ retractedAt }) => !retractedAt).map(({ entry }) => entry);
    yield entries
      .map((entry) => ({ entry, key: keyed?.exportKey?.(entry as never) ?? naturalKey(entry) }))
      .sort(byKey)
      .map(({ entry }) => entry);
  }
}

/** What the entities of a list are loaded by, in order, and how many each stands for. */
interface Key {
  readonly slug: string;
  readonly count: number;
}

async function keysOf(transaction: Transaction, list: ListName): Promise<Key[]> {
  const { table, keyed } = entities[list];
  if (!keyed) return (await slugsIn(transaction, list as SluggedList)).map((slug) => ({ slug, count: 1 })); // what is not keyed has slugs
  return transaction.$queryRaw<Key[]>(
    sql`select a.slug, count(*)::int as count from ${raw(`"${table}"`)} t join "Actor" a on a.id = t.${raw(`"${keyed.column}"`)}
      group by a.slug order by a.slug collate "C"`,
  );
}

function* pages(keys: readonly Key[]): Generator<string[]> {
  let slugs: string[] = [];
  let size = 0;
  for (const { slug, count } of keys) {
    if (slugs.length > 0 && size + count > page) {
      yield slugs;
      slugs = [];
      size = 0;
    }
    slugs.push(slug);
    size += count;
  }
  if (slugs.length > 0) yield slugs;
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : Number(a.key > b.key));
