import type { FieldProblem } from "../../errors.js";
import { GlobalIdError, parseGlobalId } from "../../record/global-id.js";
import { Draft } from "./draft.type.js";

/** The uuid in the global id of a draft, be there one or not; or why it is none. */
export function draftUuid(id: string, path: string): string | FieldProblem {
  try {
    const { prefix, uuid } = parseGlobalId(id);
    return prefix === Draft.prefix ? uuid : { path, reason: `is the id of a "${prefix}", and a draft's is wanted` };
  } catch (error) {
    if (error instanceof GlobalIdError) return { path, reason: error.message };
    throw error;
  }
}
