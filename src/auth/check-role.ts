import { needsCredential, tooLow } from "./refusals.js";
import { type Role, reaches } from "./role.js";
import type { Authentication } from "./viewer.js";

/**
 * Whether who asks may have a field that `@RequiresRole` is on; TypeGraphQL asks before it reads the arguments.
 *
 * @throws {GraphQLError} UNAUTHENTICATED where nobody is known, FORBIDDEN where the role is too low
 */
// An arrow function: TypeGraphQL takes whatever has a prototype for a class.
export const checkRole = ({ context }: { readonly context: Authentication }, [needed]: Role[]): boolean => {
  if (needed === undefined) return false; // a bare `@Authorized()`, which says for whom not
  const { viewer } = context;
  if (!viewer) throw needsCredential(needed);
  if (reaches(viewer.role, needed)) return true;
  throw tooLow(needed, viewer.role);
};
