import { type Entry, type ListName, sluggedLists } from "./entities/index.js";
import type { SluggedList } from "./format/reference.js";

/** The way to a value in an entry: field names and list indexes. */
export type Path = readonly (string | number)[];

/** Something that is wrong with an entry, where, and what to do about it. */
export interface Problem {
  /** The field's path within the entry, as in `participants[3].actor`; empty for the entry itself. */
  readonly path: string;
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
}

/** An entry to record that is valid by itself. Its source reports problems with it, in terms of the place that it came from. */
export interface Item<List extends ListName = ListName> {
  readonly list: List;
  /** Canonical. */
  readonly entry: Entry<List>;
  /** Of an import: which one, as in `Revision.importer`. */
  readonly importer?: string;
  problem(path: Path, message: string, hint?: string): Problem;
}

/** Slugs that entries take. */
export type Declared = Readonly<Record<SluggedList, ReadonlySet<string>>>;

/** No slugs yet, of each list. */
export const noSlugs = (): Record<SluggedList, Set<string>> =>
  Object.fromEntries(sluggedLists.map((list) => [list, new Set()])) as Record<SluggedList, Set<string>>; // every list is a key

/** Entries that are recorded together, all or none. */
export interface Entries {
  /** Those in which nothing is wrong by themselves. */
  readonly items: readonly Item[];
  /** Every slug that some entry takes, valid or not. */
  readonly declared: Declared;
  /** Lists of which some entry has a problem: what is missing in them may be in that. */
  readonly invalid: ReadonlySet<ListName>;
  /** False when not all could be read: then what a slug names may be in the rest. */
  readonly complete: boolean;
  /** Where they came from, for messages about problems. */
  readonly from: "files" | "mutation";
}

/** `statements[3].speaker` */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}
