import { sql } from "../../../db/sql.js";
import type { Entry, ListName } from "../../format/dossier.js";
import { naturalKey } from "../../natural-key.js";
import type { Transaction } from "../list-storage.js";
import { loadStored } from "./load.js";
import { slugsIn } from "./slugs.js";

/** About how many entities are in memory at a time. */
const page = 1000;

/** The entries of a list that are not retracted, in the order in which they are exported, page by page. */
export async function* storedEntries(transaction: Transaction, list: ListName): AsyncGenerator<Entry[]> {
  for (const keys of pages(await keysOf(transaction, list))) {
    const found = await loadStored(transaction, list, keys);
    const entries: Entry[] = found.filter(({ retractedAt }) => !retractedAt).map(({ entry }) => entry);
    yield entries
      .map((entry) => ({ entry, key: sortKey(entry) }))
      .sort(byKey)
      .map(({ entry }) => entry);
  }
}

/** What the entities of a list are loaded by, in order, and how many each stands for. */
interface Key {
  readonly slug: string;
  readonly count: number;
}

function keysOf(transaction: Transaction, list: ListName): Promise<Key[]> {
  if (list === "affiliations") return membersWithAffiliations(transaction);
  if (list === "positions") return holdersWithPositions(transaction);
  return slugsIn(transaction, list).then((slugs) => slugs.map((slug) => ({ slug, count: 1 })));
}

const membersWithAffiliations = (transaction: Transaction) =>
  transaction.$queryRaw<Key[]>(
    sql`select a.slug, count(*)::int as count from "Affiliation" l join "Actor" a on a.id = l."memberId"
      group by a.slug order by a.slug collate "C"`,
  );

const holdersWithPositions = (transaction: Transaction) =>
  transaction.$queryRaw<Key[]>(
    sql`select a.slug, count(*)::int as count from "Position" p join "Actor" a on a.id = p."holderId"
      group by a.slug order by a.slug collate "C"`,
  );

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

/**
 * Positions of one holder on one subject stay in the order in which they were loaded, by `since` and recording: of two
 * since the same day, the one recorded last stands.
 */
const sortKey = (entry: Entry): string => ("holder" in entry ? `${entry.holder} ${entry.subject}` : naturalKey(entry));

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : Number(a.key > b.key));
