import type { z } from "zod";
import type { Transaction } from "../../db/writing/transact.js";
import { canonical } from "../canonical.js";
import { checkCycles } from "../check/cycles.js";
import { checkPositions } from "../check/positions.js";
import { checkNames, checkReferences } from "../check/references.js";
import { checkStatements } from "../check/statements.js";
import { alreadyDrafted, slugDrafted } from "../drafts/already-drafted.js";
import type { Drafting } from "../drafts/other-drafts.js";
import { otherDrafts, type PendingDraft } from "../drafts/other-drafts.js";
import { type Entry, entities, type ListName } from "../entities/index.js";
import { type Declared, type Entries, type Item, noSlugs, type Path, type Problem, pathText } from "../entries.js";
import { explain } from "../explain.js";
import { isSlug } from "../format/fields.js";
import type { SluggedList } from "../format/reference.js";
import { type Known, lookUp, lookUpNames } from "../known.js";
import { namedIn } from "../named-in.js";
import type { Stored } from "../store/load.js";
import { alreadyTaken, slugTaken } from "./already-taken.js";
import { withSlugs } from "./named-by-id.js";
import { type Refusal, sentence } from "./outcome.js";

/** An entry with nothing wrong in it, and what it names. */
export interface CheckedEntry<List extends ListName = ListName> {
  readonly item: Item<List>;
  readonly known: Known;
}

/**
 * What is wrong with an entry, by itself and with what is on record: all of it; or the entry.
 *
 * @param given null counts as left out, at any depth
 * @param own what is on record of it, where it is revised
 * @param drafting of a draft: who makes it, and so may name what other drafts of his would record
 */
export async function checkedEntry<List extends ListName>(
  transaction: Transaction,
  list: List,
  given: object,
  own?: Stored<List>,
  drafting?: Drafting,
): Promise<CheckedEntry<List> | { refusals: readonly Refusal[] }> {
  const { value, refusals } = await withSlugs(transaction, list, withoutNull(given));
  const drafts = drafting ? await otherDrafts(transaction, drafting, list, value) : [];
  const type: z.ZodType<Entry<List>> = entities[list].format as unknown as z.ZodType<Entry<List>>; // the list's own type
  const parsed = type.safeParse(value);
  const taken = [
    ...(await slugTaken(transaction, list, value, own?.id)),
    ...slugDrafted(list, value, drafts, own?.entry),
  ];
  if (!parsed.success) {
    const told = new Set(refusals.map(({ path }) => path));
    const explained = explain(type, value, parsed.error.issues)
      .map(({ path, message, hint }) => invalid({ path: pathOf(path), message, hint }))
      .filter(({ path }) => !told.has(path));
    return {
      refusals: [...refusals, ...explained, ...(await missingNames(transaction, list, value, own, drafts)), ...taken],
    };
  }
  const item = itemOf(list, canonical<Entry<List>>(parsed.data));
  const { known, refusals: found } = await checkedItem(transaction, item, own, drafts);
  const repeated = [...alreadyTaken(list, item.entry, known, own?.id), ...alreadyDrafted(item, drafts, own?.entry)];
  const all = [...found, ...taken, ...repeated];
  return all.length > 0 ? { refusals: all } : { item, known };
}

/** What is wrong with an entry that is right by itself. */
async function checkedItem<List extends ListName>(
  transaction: Transaction,
  item: Item<List>,
  own: Stored<List> | undefined,
  drafts: readonly PendingDraft[],
): Promise<{ known: Known; refusals: readonly Refusal[] }> {
  const entries = entriesOf(asNamedNow(item, own), drafts);
  const known = await lookUp(transaction, entries);
  const named = { ...entries, items: entries.items.slice(-1) };
  const missing = withoutKept(await checkReferences(transaction, named, known), item.list, item.entry, own);
  const wrong = [
    ...checkStatements(entries, known),
    ...checkPositions(known),
    ...(missing.length === 0 ? await checkCycles(transaction, known) : []),
  ].filter(({ path }) => path !== ofAnother);
  return { known, refusals: [...missing.map(notFound), ...wrong.map(invalid)] };
}

/**
 * Under the slug that it has on record, by which others lead to it: else a new slug and a new reference together could
 * close a circle that nobody sees.
 */
function asNamedNow<List extends ListName>(item: Item<List>, own: Stored<List> | undefined): Item<List> {
  return own && "slug" in own.entry ? { ...item, entry: { ...item.entry, slug: own.entry.slug } } : item;
}

const entriesOf = <List extends ListName>(item: Item<List>, drafts: readonly PendingDraft[]): Entries => ({
  // Problems of another draft are reported when that draft is approved. The entry itself comes last: a circle that it
  // closes with another draft is then reported for it.
  items: [...drafts.map(({ list, entry }) => ({ list, entry, problem: problemOfAnother })), item as Item],
  declared: declaredBy([item as Item, ...drafts]),
  invalid: new Set(),
  complete: true,
  from: "mutation",
});

function declaredBy(items: readonly Pick<Item, "list" | "entry">[]): Declared {
  const declared = noSlugs();
  for (const { list, entry } of items) if ("slug" in entry) declared[list as SluggedList].add(entry.slug);
  return declared;
}

/** Of an entry that is wrong by itself: the slugs in it that name nothing. */
async function missingNames<List extends ListName>(
  transaction: Transaction,
  list: List,
  value: object,
  own: Stored<List> | undefined,
  drafts: readonly PendingDraft[],
): Promise<Refusal[]> {
  const names = namedIn(entities[list].format, value).filter(({ slug }) => isSlug(slug));
  const stored = await lookUpNames(transaction, names);
  const read = { declared: declaredBy(drafts), complete: true, from: "mutation" } as const;
  const namings = names.map((named) => [{ problem: problemAt }, named] as const);
  return withoutKept(await checkNames(transaction, namings, read, stored), list, value, own).map(notFound);
}

/** What the entity names already may stay, though it was retracted since: a change of the title need not deal with it. */
function withoutKept<List extends ListName>(
  problems: readonly Problem[],
  list: List,
  value: object,
  own: Stored<List> | undefined,
): readonly Problem[] {
  if (!own || problems.length === 0) return problems;
  const before = new Set(namedIn(entities[list].format, own.entry).map(({ to, slug }) => `${to} ${slug}`));
  const kept = namedIn(entities[list].format, value).filter(({ to, slug }) => before.has(`${to} ${slug}`));
  const paths = new Set(kept.map(({ path }) => pathOf(path)));
  return problems.filter(({ path }) => !paths.has(path));
}

/** Clients send null for what they leave out. */
function withoutNull<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNull) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inside]) => inside !== null && inside !== undefined);
  return Object.fromEntries(entries.map(([field, inside]) => [field, withoutNull(inside)])) as T; // some fields fewer
}

const pathOf = (path: Path): string => pathText(["input", ...path]);

const problemAt = (path: Path, message: string, hint?: string): Problem => ({ path: pathOf(path), message, hint });

const ofAnother = "of another draft";

const problemOfAnother = (_path: Path, message: string, hint?: string): Problem => ({ path: ofAnother, message, hint });

const invalid = ({ path, message, hint }: Problem): Refusal => ({
  kind: "InvalidInput",
  path,
  message: sentence(message, hint),
});

const notFound = (problem: Problem): Refusal => ({ ...invalid(problem), kind: "NotFound" });

const itemOf = <List extends ListName>(list: List, entry: Entry<List>): Item<List> => ({
  list,
  entry,
  problem: problemAt,
});
