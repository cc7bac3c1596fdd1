import type { GraphQLError } from "graphql";
import { badUserInput } from "../errors.js";
import { beyondLimit } from "./limits.js";

/** Refuses variables that nest too deep for recursion, and text that Postgres cannot store. */
export function guardVariables(variables: unknown, maxDepth: number): void {
  const path: string[] = [];
  visit(variables, 0);

  function visit(value: unknown, depth: number): void {
    if (typeof value === "string" && value.includes("\0")) {
      const at = path.join(".");
      throw nulCharacter(at);
    }
    if (typeof value !== "object" || value === null) return;
    if (depth > maxDepth)
      throw beyondLimit(
        "variableDepth",
        maxDepth,
        depth,
        `The variable "$${path[0]}" nests lists and objects ${depth} deep or deeper; at most ${maxDepth} are allowed.`,
      );
    for (const [key, item] of Object.entries(value)) {
      path.push(key);
      visit(item, depth + 1);
      path.pop();
    }
  }
}

/** The error for text with U+0000, whichever way it came in. */
export function nulCharacter(path: string): GraphQLError {
  return badUserInput(`"${path}" contains a NUL character.`, [
    { path, reason: "Text must not contain the character U+0000 (NUL)." },
  ]);
}
