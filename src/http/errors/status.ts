import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { hasGraphqlStatus } from "../headers/media-type.js";

/** Errors that refuse an operation in a well-formed HTTP request. GraphQL over HTTP requires 200 for them with application/json. */
const graphqlErrors: readonly unknown[] = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "UNAUTHENTICATED",
  "FORBIDDEN",
];

/**
 * Sets the status that GraphQL over HTTP requires: for a wrong document or variables, 200 with application/json and 400
 * with application/graphql-response+json. Apollo Server sends 400 for both, and 500 for an error before execution that has
 * no status.
 */
export function setStatus({ request, response }: GraphQLRequestContextWillSendResponse<object>): void {
  if (response.body.kind !== "single" || response.http.status === undefined) return;
  const codes = response.body.singleResult.errors?.map((error) => error.extensions?.code) ?? [];
  if (response.http.status === 500 && !codes.includes("INTERNAL_SERVER_ERROR")) response.http.status = 400;
  if (response.http.status !== 400 || hasGraphqlStatus(request.http?.headers.get("accept"))) return;
  if (codes.every((code) => graphqlErrors.includes(code))) response.http.status = 200;
}
