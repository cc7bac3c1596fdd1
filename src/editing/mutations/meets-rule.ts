import { ValidateBy } from "class-validator";
import type { z } from "zod";
import { pathText } from "../../record/entries.js";
import { explain } from "../../record/explain.js";
import { sentence } from "../../record/write/outcome.js";

/**
 * The field meets a rule of the entry's definition.
 *
 * @param reference whether the field names something: a global id in place of a slug is looked up later
 */
export function MeetsRule(type: z.ZodType, { reference = false } = {}): PropertyDecorator {
  const problems = (value: unknown): string[] => {
    const result = type.safeParse(value);
    if (result.success) return [];
    return explain(type, value, result.error.issues)
      .filter(({ path }) => !reference || !isGlobalId(path.length > 0 ? (value as unknown[])[Number(path[0])] : value))
      .map(({ path, message, hint }) => sentence(path.length > 0 ? `${pathText(path)} ${message}` : message, hint));
  };
  return ValidateBy({
    name: "meetsRule",
    validator: {
      validate: (value) => problems(value).length === 0,
      defaultMessage: (given) => problems(given?.value).join("; "),
    },
  });
}

const isGlobalId = (value: unknown): boolean => typeof value === "string" && value.includes("_");
