import type { FieldProblem } from "../errors.js";
import { GlobalIdError, parseGlobalId } from "../record/global-id.js";

/** The uuid in a global id that has a prefix, be there such a thing or not; or why it is none. */
export function prefixedUuid(id: string, wanted: string, path: string): string | FieldProblem {
  try {
    const { prefix, uuid } = parseGlobalId(id);
    return prefix === wanted ? uuid : { path, reason: `is the id of a "${prefix}", and a "${wanted}"'s is wanted` };
  } catch (error) {
    if (error instanceof GlobalIdError) return { path, reason: error.message };
    throw error;
  }
}
