import type { Context } from "../../context.js";
import type { FieldProblem } from "../../errors.js";
import { decoratorProblems, pathTo } from "../../graphql/validation/validation-fields.js";
import type { Refusal } from "../../record/write/outcome.js";
import type { Writing } from "../../record/write/write.js";
import type { WriteInput } from "./write-inputs.js";

/** Everything that class-validator finds wrong with an input and the inputs inside it. */
export const writeProblems = (input: object): Refusal[] => problemsIn(input, "input").map(invalid);

/** A problem of an input, as a reason for which nothing is written. */
export const invalid = ({ path, reason }: FieldProblem): Refusal => ({ kind: "InvalidInput", path, message: reason });

/** Of a list in an input: more than any entry needs, and no more than one answer could tell problems of. */
export const mostEntries = 1_000;

/** The lists of an input that are too long to look at what is in them. */
export function tooLongLists(value: unknown, path = "input"): Refusal[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value) && value.length > mostEntries) {
    return [invalid({ path, reason: `has ${value.length} entries; at most ${mostEntries} are allowed` })];
  }
  return Object.entries(value).flatMap(([field, inside]) => tooLongLists(inside, pathTo(path, field)));
}

function problemsIn(value: unknown, path: string): FieldProblem[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => problemsIn(entry, pathTo(path, index)));
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([field, entry]) => problemsIn(entry, pathTo(path, field)));
  return [...decoratorProblems(value, path), ...inside];
}

/** Who writes, and why. A key is not looked at where the input has problems: it may be one of them. */
export function writingOf(
  { reason, idempotencyKey }: WriteInput,
  problems: readonly Refusal[],
  { viewer }: Context,
): Writing {
  if (!viewer) throw new Error("A mutation without @RequiresRole let somebody unknown write");
  const key = problems.length > 0 ? undefined : (idempotencyKey ?? undefined);
  return { author: viewer.author, reason: reason?.trim(), idempotencyKey: key };
}
