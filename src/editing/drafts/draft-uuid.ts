import type { FieldProblem } from "../../errors.js";
import { prefixedUuid } from "../../graphql/prefixed-uuid.js";
import { Draft } from "./draft.type.js";

/** The uuid in the global id of a draft, be there one or not; or why it is none. */
export const draftUuid = (id: string, path: string): string | FieldProblem => prefixedUuid(id, Draft.prefix, path);
