import { beyondLimit, type Limits } from "./limits.js";

/**
 * Refuses variables that nest so deep that the recursion of graphql-js could overflow the stack, or that hold more
 * values than one SQL statement should be given.
 *
 * @throws {GraphQLError} naming the variable
 */
export function guardVariables(variables: unknown, limits: Limits): void {
  if (typeof variables !== "object" || variables === null) return;
  let values = 0;
  for (const [name, value] of Object.entries(variables)) count(name, value, 0);

  // Its own recursion ends one level beyond the limit.
  function count(name: string, value: unknown, depth: number): void {
    values += 1;
    if (values > limits.variableValues) throw tooMany(limits.variableValues);
    if (typeof value !== "object" || value === null) return;
    if (depth >= limits.variableDepth) throw tooDeep(name, limits.variableDepth);
    for (const item of Object.values(value)) count(name, item, depth + 1);
  }
}

function tooDeep(name: string, max: number): Error {
  const message = `The variable "$${name}" nests lists and objects more than ${max} deep, the most that is allowed.`;
  return beyondLimit("variableDepth", max, undefined, message);
}

function tooMany(max: number): Error {
  const message = `The variables hold more than ${max.toLocaleString("en")} values, the most that are allowed. Split the question.`;
  return beyondLimit("variableValues", max, undefined, message);
}
