import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { entities, type ListName } from "../entities/index.js";
import { isSlug } from "../format/fields.js";
import { referredBy } from "../format/reference.js";
import { namedIn } from "../named-in.js";

/** The slug of the survivor, by the slug of each actor that was merged into it. */
export type Survivors = ReadonlyMap<string, string>;

/** An entry, perhaps not valid yet. */
interface Named {
  readonly list: ListName;
  readonly entry: object;
}

/** Whether any actor was merged into another. */
export async function anyMerged(transaction: Transaction): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ any: boolean }[]>(
    sql`select exists (select from "Actor" where "mergedIntoId" is not null) as any`,
  );
  return row?.any === true;
}

/** Which of the actors that entries name, or are, were merged into others: one statement. */
export async function survivorsOf(transaction: Transaction, entries: readonly Named[]): Promise<Survivors> {
  const slugs = new Set<string>();
  for (const { list, entry } of entries) {
    for (const { to, slug } of namedIn(entities[list].format, entry)) if (to === "actors") slugs.add(slug);
    if (list === "actors" && "slug" in entry) slugs.add(String(entry.slug));
  }
  const possible = [...slugs].filter(isSlug); // Postgres would refuse a text that has a NUL in it
  if (possible.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ merged: string; survivor: string }[]>(sql`
    select m.slug as merged, s.slug as survivor from "Actor" m join "Actor" s on s.id = m."mergedIntoId"
    where m.slug = any(${possible}::text[])`);
  return new Map(rows.map(({ merged, survivor }) => [merged, survivor]));
}

/**
 * An entry that names survivors wherever it named an actor that was merged: as the record has it, so that what was written
 * before a merge is found to say the same after it. What a list then has twice stands in it once. The same object where
 * nothing changes.
 */
export function withSurvivors<T extends object>(list: ListName, entry: T, survivors: Survivors): T {
  if (survivors.size === 0) return entry;
  return renamed(entities[list].format, entry, survivors) as T; // slugs for slugs, in the same places
}

function renamed(type: z.ZodType, value: unknown, survivors: Survivors): unknown {
  const bare = type instanceof z.ZodOptional ? type.unwrap() : type;
  if (bare instanceof z.ZodArray && Array.isArray(value))
    return renamedItems(bare.element as z.ZodType, value, survivors);
  if (bare instanceof z.ZodObject && typeof value === "object" && value !== null) {
    const shape: Record<string, z.ZodType> = bare.shape;
    const fields = Object.entries(value).map(([field, inside]) => {
      const fieldType = shape[field];
      return [field, fieldType ? renamed(fieldType, inside, survivors) : inside] as const;
    });
    const same = fields.every(([field, inside]) => inside === (value as Record<string, unknown>)[field]);
    // An object of the same kind: `isDeepStrictEqual` distinguishes a plain one from any other.
    return same ? value : Object.assign(Object.create(Object.getPrototypeOf(value)), Object.fromEntries(fields));
  }
  const names = bare instanceof z.ZodType && referredBy(bare) === "actors" && typeof value === "string";
  return names ? (survivors.get(value) ?? value) : value;
}

function renamedItems(element: z.ZodType, items: unknown[], survivors: Survivors): unknown[] {
  const after = items.map((item) => renamed(element, item, survivors));
  if (after.every((item, index) => item === items[index])) return items;
  // Only what came to be the same by this: what was there twice before is for others to tell.
  return after.filter(
    (item, index) =>
      item === items[index] ||
      !after.some(
        (other, place) =>
          place !== index && (place < index || other === items[place]) && isDeepStrictEqual(other, item),
      ),
  );
}
