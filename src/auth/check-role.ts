import { needsCredential, tooLow } from "./refusals.js";
import { type Role, reaches } from "./role.js";
import type { Authentication } from "./viewer.js";

/**
 * Whether the caller may use a field with `@RequiresRole`. TypeGraphQL calls it before it reads the arguments.
 *
 * @throws {GraphQLError} UNAUTHENTICATED without a credential, FORBIDDEN if the role is too low
 */
// An arrow function, since TypeGraphQL takes any function with a prototype for a class.
export const checkRole = ({ context }: { readonly context: Authentication }, [needed]: Role[]): boolean => {
  if (needed === undefined) return false; // a plain `@Authorized()`, which names no role
  const { viewer } = context;
  if (!viewer) throw needsCredential(needed);
  if (reaches(viewer.role, needed)) return true;
  throw tooLow(needed, viewer.role);
};
