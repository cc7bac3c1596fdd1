import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { hasGraphqlStatus } from "../headers/media-type.js";

/** Errors for which an operation is refused in a request that was well-formed HTTP: the specification GraphQL over HTTP wants 200 for application/json. */
const graphqlErrors: readonly unknown[] = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "UNAUTHENTICATED",
  "FORBIDDEN",
];

/**
 * Sets the status that GraphQL over HTTP asks for: a document or variables that are wrong answer 200 to clients of
 * application/json, and 400 to those of application/graphql-response+json. Apollo Server answers 400 to both, and 500
 * where an error that was thrown before execution does not say its status.
 */
export function setStatus({ request, response }: GraphQLRequestContextWillSendResponse<object>): void {
  if (response.body.kind !== "single" || response.http.status === undefined) return;
  const codes = response.body.singleResult.errors?.map((error) => error.extensions?.code) ?? [];
  if (response.http.status === 500 && !codes.includes("INTERNAL_SERVER_ERROR")) response.http.status = 400;
  if (response.http.status !== 400 || hasGraphqlStatus(request.http?.headers.get("accept"))) return;
  if (codes.every((code) => graphqlErrors.includes(code))) response.http.status = 200;
}
