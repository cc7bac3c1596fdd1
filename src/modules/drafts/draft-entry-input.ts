import type { FieldProblem } from "../../errors.js";

/** How deep an entry may nest: none that is valid comes near it, and what walks an entry calls itself for each level. */
const deepest = 8;

/** An entry as a client gave it, as an object of no class; or why it can be none. */
export function entryOf(given: unknown, path: string): { entry: object } | { problem: FieldProblem } {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { problem: { path, reason: "must be an object: the fields of an entry" } };
  if (isDeeperThan(deepest, given))
    return { problem: { path, reason: `is nested too deep: ${deepest} levels at most` } };
  return { entry: JSON.parse(JSON.stringify(given)) };
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inside) => isDeeperThan(levels - 1, inside));
}
