import type { FieldProblem } from "../errors.js";
import { readGlobalId } from "../record/global-id.js";

/** The uuid in a global id that has a prefix, be there such a thing or not; or why it is none. */
export function prefixedUuid(id: string, wanted: string, path: string): string | FieldProblem {
  const read = readGlobalId(id);
  if ("reason" in read) return { path, reason: read.reason };
  if (read.prefix === wanted) return read.uuid;
  return { path, reason: `is the id of a "${read.prefix}", but must be the id of a "${wanted}"` };
}
