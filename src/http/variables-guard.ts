import { beyondLimit } from "./limits.js";

/**
 * Refuses variables that nest so deep that the recursion of graphql-js could overflow the stack.
 *
 * @throws {GraphQLError} naming the variable
 */
export function guardVariables(variables: unknown, max: number): void {
  if (typeof variables !== "object" || variables === null) return;
  for (const [name, value] of Object.entries(variables)) {
    if (!nestsDeeper(value, max)) continue;
    const message = `The variable "$${name}" nests lists and objects more than ${max} deep, the most that is allowed.`;
    throw beyondLimit("variableDepth", max, undefined, message);
  }
}

/** Its own recursion ends one level beyond the limit. */
function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => nestsDeeper(item, levels - 1));
}
