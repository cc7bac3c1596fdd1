import type { Transaction } from "../../db/writing/transact.js";
import { entities, type ListName, listsOf, nounOf, sluggedLists } from "../entities/index.js";
import type { Declared, Entries, Item, Problem } from "../entries.js";
import type { Referred, SluggedList } from "../format/reference.js";
import type { Known, StoredByKey } from "../known.js";
import { type Named, namedIn } from "../named-in.js";
import { nearest } from "../nearest.js";
import { slugsIn } from "../store/slugs.js";

/** Every slug that names nothing, something of another kind, or something retracted. */
export async function checkReferences(transaction: Transaction, read: Entries, known: Known): Promise<Problem[]> {
  const names = read.items.flatMap((item) =>
    namedIn(entities[item.list].format, item.entry).map((named): Naming => [item, named]),
  );
  return checkNames(transaction, names, read, known.stored);
}

/** A name, and what reports a problem with it. */
export type Naming = readonly [by: Pick<Item, "problem">, named: Named];

/** As `checkReferences`, for names that were found already. */
export async function checkNames(
  transaction: Transaction,
  names: readonly Naming[],
  read: Pick<Entries, "declared" | "complete" | "from">,
  stored: StoredByKey,
): Promise<Problem[]> {
  const { declared } = read;
  const unknown: Naming[] = [];
  const problems: Problem[] = [];
  for (const [item, named] of names) {
    const places = listsOf(named.to);
    if (places.some((list) => declared[list].has(named.slug))) continue;
    const found = places.map((list) => stored[list].get(named.slug)).find((one) => one);
    if (!found) unknown.push([item, named]);
    else if (found.retractedAt) problems.push(retracted(item, named));
  }
  if (unknown.length === 0 || !read.complete) return problems;
  const candidates = await everySlug(transaction, declared);
  return [
    ...problems,
    ...unknown.map(([item, named], index) =>
      unknownSlug(item, named, candidates, { suggest: index < mostSuggestions, from: read.from }),
    ),
  ];
}

/** Each suggestion compares a slug with all there are; nobody reads more than these. */
const mostSuggestions = 200;

/** All slugs there are, for suggestions: asked only when something is unknown. */
async function everySlug(transaction: Transaction, declared: Declared): Promise<Declared> {
  const entries: [SluggedList, Set<string>][] = [];
  for (const list of sluggedLists) {
    entries.push([list, new Set([...declared[list], ...(await slugsIn(transaction, list))])]);
  }
  // Every list is a key.
  return Object.fromEntries(entries) as Record<SluggedList, Set<string>>;
}

const retracted = (item: Naming[0], { slug, path }: Named) =>
  item.problem(path, `"${slug}" was retracted`, "Choose another one, or reinstate it first");

function unknownSlug(
  item: Naming[0],
  { to, slug, path }: Named,
  candidates: Declared,
  { suggest, from }: { suggest: boolean; from: Entries["from"] },
): Problem {
  const other = sluggedLists.find((list: ListName) => candidates[list as SluggedList].has(slug));
  if (other) {
    return item.problem(
      path,
      `"${slug}" is ${entities[other].noun}, but ${nounOf(to)} is expected here`,
      `Name ${nounOf(to)}`,
    );
  }
  const near = suggest ? listsOf(to).flatMap((list) => [...candidates[list]]) : [];
  const meant = nearest(slug, near);
  const { nowhere, remedy } = ways[from];
  return item.problem(
    path,
    `"${slug}" is not the slug of ${nounOf(to)}${nowhere}`,
    meant ? `Did you mean \`${meant}\`?` : remedy(to),
  );
}

const ways: Record<Entries["from"], { nowhere: string; remedy: (to: Referred) => string }> = {
  files: {
    nowhere: ", neither in the files nor in the database",
    remedy: (to) => {
      const where = listsOf(to)
        .map((list) => `\`${list}\``)
        .join(" or ");
      return `Add it under ${where}, or import it together with the file that contains it`;
    },
  },
  mutation: { nowhere: " on record", remedy: () => "Record it first" },
};
