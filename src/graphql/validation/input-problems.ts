import { validateSync } from "class-validator";
import type { FieldProblem } from "../../errors.js";
import { fieldsNeeded } from "./at-least-one-of.js";
import { isSlug, slugReason } from "./slug.js";
import { pathTo, validationFields } from "./validation-fields.js";

const limits = { entries: 200, characters: 1_000, depth: 16 };

/**
 * What is wrong with the arguments of a field, as an instance of their class. Every input in them is checked by the
 * decorators of class-validator on its class (`@ValidateNested` is not needed) and by rules that hold without any:
 * an input has something in it, and so has a list in it; a list has at most 200 entries, a string at most 1,000
 * characters; inputs nest at most 16 deep; what is called `slug` or `slugs` holds slugs.
 */
export function argumentProblems(args: object): FieldProblem[] {
  return [...decoratorProblems(args, ""), ...fieldProblems(args, "", 0)];
}

/** As `argumentProblems`, for one argument by its name. */
export function valueProblems(value: unknown, path: string, depth = 0): FieldProblem[] {
  if (typeof value === "string") return stringProblems(value, path);
  if (Array.isArray(value)) return listProblems(value, path, depth);
  return isInput(value) ? inputProblems(value, path, depth + 1) : [];
}

function isInput(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

function inputProblems(input: object, path: string, depth: number): FieldProblem[] {
  if (depth > limits.depth)
    return [{ path, reason: `is nested too deep: ${limits.depth} inputs inside each other at most` }];
  const needed = fieldsNeeded(input);
  const given = Object.entries(input).filter(([field, value]) => value != null && (needed?.includes(field) ?? true));
  if (given.length === 0) {
    const what = needed ? `one of ${needed.map((field) => `\`${field}\``).join(", ")}` : "at least one of its fields";
    return [{ path, reason: `has nothing in it: give ${what}, or leave it out` }];
  }
  return [...decoratorProblems(input, path), ...fieldProblems(input, path, depth)];
}

function fieldProblems(input: object, path: string, depth: number): FieldProblem[] {
  return Object.entries(input).flatMap(([field, value]) => {
    const at = pathTo(path, field);
    if (depth > 0 && Array.isArray(value) && value.length === 0) {
      return [{ path: at, reason: "is an empty list: give at least one entry, or leave it out" }];
    }
    return valueProblems(value, at, depth);
  });
}

function listProblems(list: unknown[], path: string, depth: number): FieldProblem[] {
  if (list.length > limits.entries) {
    return [{ path, reason: `has ${list.length} entries, and may have ${limits.entries} at most` }];
  }
  return list.flatMap((entry, index) => valueProblems(entry, pathTo(path, index), depth));
}

function stringProblems(text: string, path: string): FieldProblem[] {
  if (text.length > limits.characters) {
    return [{ path, reason: `has ${text.length} characters, and may have ${limits.characters} at most` }];
  }
  return /(^|\.)(slug|slugs\[\d+\])$/.test(path) && !isSlug(text) ? [{ path, reason: slugReason }] : [];
}

/** What the decorators of class-validator on its class find wrong with an input, without the inputs inside it. */
export function decoratorProblems(input: object, path: string): FieldProblem[] {
  const errors = validateSync(input, { skipMissingProperties: true, forbidUnknownValues: false });
  return validationFields(errors, path);
}
