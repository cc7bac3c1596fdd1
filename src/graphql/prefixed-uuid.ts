import type { FieldProblem } from "../errors.js";
import { readGlobalId } from "../record/global-id.js";

/** The uuid in a global id with a prefix, which need not exist; or the reason why the id is not valid. */
export function prefixedUuid(id: string, wanted: string, path: string): string | FieldProblem {
  const read = readGlobalId(id);
  if ("reason" in read) return { path, reason: read.reason };
  if (read.prefix === wanted) return read.uuid;
  return { path, reason: `is the id of a "${read.prefix}", but must be the id of a "${wanted}"` };
}
