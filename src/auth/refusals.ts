import { GraphQLError } from "graphql";
import type { Role } from "./role.js";

/** Nobody is known, and what is asked needs somebody who is. */
export function needsCredential(role: Role): GraphQLError {
  const message =
    `This needs a credential with the role ${role}: send the header \`Authorization: Bearer <API key or token>\`. ` +
    "Whoever runs this server makes a key with `standpoint keys create`.";
  return new GraphQLError(message, { extensions: { code: "UNAUTHENTICATED", requiredRole: role } });
}

/** Who asks is known, and may not do this. */
export function tooLow(needed: Role, given: Role | undefined): GraphQLError {
  const had = given
    ? `this credential has the role ${given}`
    : "this token names none of the roles in its claim `roles`";
  return new GraphQLError(`This needs the role ${needed}; ${had}.`, {
    extensions: { code: "FORBIDDEN", requiredRole: needed },
  });
}
