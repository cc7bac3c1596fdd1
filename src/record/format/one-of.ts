import { z } from "zod";
import { refuse } from "./fields.js";

/** An object in which exactly one of the optional fields is present: `{ statement: some-slug }`. */
export function exactlyOne<Shape extends Record<string, z.ZodOptional>>(shape: Shape, description: string) {
  const names = Object.keys(shape).join(", ");
  return z
    .strictObject(shape)
    .superRefine((value, context) => {
      const count = Object.values(value).filter((field) => field !== undefined).length;
      if (count === 1) return;
      refuse(context, count === 0 ? "is empty" : `has ${count} fields`, `Give exactly one of ${names}`);
    })
    .meta({ description, minProperties: 1, maxProperties: 1 });
}
