import { z } from "zod";
import type { Path } from "./entries.js";
import { type Referred, referredBy } from "./format/reference.js";

/** A slug in an entry that names another entity. */
export interface Named {
  readonly to: Referred;
  readonly slug: string;
  readonly path: Path;
}

/** Everything that a valid entry names, found by its definition. */
export function namedIn(type: z.ZodType, value: unknown, path: Path = []): Named[] {
  if (value === undefined) return [];
  const bare = type instanceof z.ZodOptional ? type.unwrap() : type;
  if (bare instanceof z.ZodArray && Array.isArray(value)) {
    const { element } = bare;
    if (!(element instanceof z.ZodType)) return [];
    return value.flatMap((item, index) => namedIn(element, item, [...path, index]));
  }
  if (bare instanceof z.ZodObject && typeof value === "object" && value !== null) {
    const shape: Record<string, z.ZodType> = bare.shape;
    return Object.entries(value).flatMap(([field, inside]) => {
      const fieldType = shape[field];
      return fieldType ? namedIn(fieldType, inside, [...path, field]) : [];
    });
  }
  const to = bare instanceof z.ZodType ? referredBy(bare) : undefined;
  return to && typeof value === "string" ? [{ to, slug: value, path }] : [];
}
