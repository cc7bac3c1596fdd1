import { GraphQLError } from "graphql";
import type { Role } from "./role.js";

/**
 * The credential of a request is no good, so the request is refused whole: an answer as though there were none would hide
 * that from who sent it.
 */
export function unauthenticated(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: "UNAUTHENTICATED", http: { status: 401, headers: { "www-authenticate": "Bearer" } } },
  });
}

/** The same error for each reason, so that a caller who tries keys does not learn which of them exist. */
export const badCredential = (): GraphQLError =>
  unauthenticated("This credential is not valid: it is unknown, malformed, expired or revoked.");

/** It is unknown whether the token is valid, so the error says nothing about it. */
export const cannotCheckToken = (): GraphQLError =>
  new GraphQLError("This token cannot be checked now: the keys of its issuer cannot be had. Ask again in a moment.", {
    extensions: { code: "SERVICE_UNAVAILABLE", http: { status: 503 } },
  });

/** The request has no credential, and a field needs one. */
export function needsCredential(role: Role): GraphQLError {
  const message =
    `This needs a credential with the role ${role}: send the header \`Authorization: Bearer <API key or token>\`. ` +
    "Whoever runs this server makes a key with `standpoint keys create`.";
  return new GraphQLError(message, { extensions: { code: "UNAUTHENTICATED", requiredRole: role } });
}

/** The caller's role is too low for a field. */
export function tooLow(needed: Role, given: Role): GraphQLError {
  // For whoever meant to give a token a role: what its claim says counts nothing, and would go unnoticed.
  const hint = given === "READER" ? ", as has a token that names none of the roles in its claim `roles`" : "";
  return new GraphQLError(`This needs the role ${needed}; this credential has the role ${given}${hint}.`, {
    extensions: { code: "FORBIDDEN", requiredRole: needed },
  });
}
