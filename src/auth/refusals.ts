import { GraphQLError } from "graphql";
import type { Role } from "./role.js";

/**
 * The credential of a request is no good, so the entire request is refused: an answer as if there were no credential would hide
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
  new GraphQLError("This token cannot be checked now: the keys of its issuer cannot be fetched. Retry in a moment.", {
    extensions: { code: "SERVICE_UNAVAILABLE", http: { status: 503 } },
  });

/** The request has no credential, and a field needs one. */
export function needsCredential(role: Role): GraphQLError {
  const message =
    `This requires credentials with the role ${role}: send the header \`Authorization: Bearer <API key or token>\`. ` +
    "The operator of this server creates keys with `standpoint keys create`.";
  return new GraphQLError(message, { extensions: { code: "UNAUTHENTICATED", requiredRole: role } });
}

/** The caller's role is too low for a field. */
export function tooLow(needed: Role, given: Role): GraphQLError {
  // For the operator who meant to give a token a role: its claim has no effect, which would go unnoticed.
  const hint = given === "READER" ? ", which is the role of a token whose claim `roles` names none of the roles" : "";
  return new GraphQLError(`This requires the role ${needed}; these credentials have the role ${given}${hint}.`, {
    extensions: { code: "FORBIDDEN", requiredRole: needed },
  });
}
