import { z } from "zod";
import type { Transaction } from "../../db/writing/transact.js";
import { type Entry, entities, type ListName, listsOf, sluggedLists } from "../../record/entities/index.js";
import type { SluggedList } from "../../record/format/reference.js";
import { referredBy } from "../../record/format/reference.js";
import { slugsIn } from "../../record/store/slugs.js";

/**
 * Leaves out of an export whatever names something that was retracted, so that the export can be imported: a retracted
 * sponsor is no longer listed; a statement all of whose sources are gone goes with them, as does a position whose
 * evidence is gone. Entries must come list by list in the order of the format.
 */
export class WithoutRetracted {
  readonly #gone: Record<SluggedList, Set<string>>;
  /** Whether anything is left out at all. */
  readonly any: boolean;

  private constructor(gone: Record<SluggedList, Set<string>>) {
    this.#gone = gone;
    this.any = sluggedLists.some((list) => gone[list].size > 0);
  }

  static async in(transaction: Transaction): Promise<WithoutRetracted> {
    const gone: [SluggedList, Set<string>][] = [];
    for (const list of sluggedLists) gone.push([list, new Set(await slugsIn(transaction, list, "retracted"))]);
    // Every list is a key.
    return new WithoutRetracted(Object.fromEntries(gone) as Record<SluggedList, Set<string>>);
  }

  /** What is left of entries of one list. */
  keep(list: ListName, entries: readonly Entry[]): readonly Entry[] {
    return this.any ? entries.flatMap((entry) => this.#left(list, entry)) : entries;
  }

  #left(list: ListName, entry: Entry): Entry[] {
    // What is left of an entry has its type: only optional fields are missing.
    const left = this.#prune(entities[list].format, entry) as Entry | undefined;
    const unfounded = left && "evidence" in entry && !("evidence" in left);
    if (left && "capacity" in left && !left.speaker) delete left.capacity;
    if (left && !unfounded) return [left];
    if ("slug" in entry) this.#gone[list as SluggedList].add(entry.slug);
    return [];
  }

  /** The value without the slugs that are gone; undefined if it cannot be without them. */
  #prune(type: z.ZodType, value: unknown): unknown {
    const bare = type instanceof z.ZodOptional ? type.unwrap() : type;
    if (bare instanceof z.ZodArray && Array.isArray(value)) {
      const left = value
        .map((item) => this.#prune(bare.element as z.ZodType, item))
        .filter((item) => item !== undefined);
      return left.length > 0 ? left : undefined;
    }
    if (bare instanceof z.ZodObject && typeof value === "object") return this.#pruneFields(bare.shape, { ...value });
    const to = bare instanceof z.ZodType ? referredBy(bare) : undefined;
    const isGone = to && listsOf(to).some((list) => this.#gone[list].has(String(value)));
    return isGone ? undefined : value;
  }

  #pruneFields(shape: Record<string, z.ZodType>, value: Record<string, unknown>): unknown {
    for (const [field, inside] of Object.entries(value)) {
      const type = shape[field];
      const left = type && this.#prune(type, inside);
      if (left === undefined) delete value[field];
      else value[field] = left;
      if (left === undefined && !(type instanceof z.ZodOptional)) return undefined;
    }
    return Object.keys(value).length > 0 ? value : undefined;
  }
}
