import type { FieldProblem } from "../../errors.js";

/** An entry as a client gave it, as a plain object; or why it can be none. */
export function entryOf(given: unknown, path: string): { entry: object } | { problem: FieldProblem } {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { problem: { path, reason: "must be an object: the fields of an entry" } };
  // Literals of a document come as objects without a prototype, which compare as different from all others.
  return { entry: JSON.parse(JSON.stringify(given)) };
}
