import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** A subgraph refused the gateway's query: its schema differs from the supergraph, or the address belongs to another server. */
const refusals: readonly unknown[] = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "NOT_FOUND",
];

/**
 * The gateway's report of a subgraph's error: unchanged, since subgraphs mask unexpected errors. A refusal of the gateway's
 * query becomes an unexpected error of the gateway, which is masked and logged.
 */
export function subgraphError(subgraph: string, { message, path, extensions }: GraphQLFormattedError): GraphQLError {
  // An error without a code is not for clients.
  if (refusals.includes(extensions?.code))
    return new GraphQLError(`The subgraph "${subgraph}" refused the gateway's request: ${message}`);
  return new GraphQLError(message, { path, extensions });
}

/**
 * The error of each field of a subgraph that did not answer. It names the subgraph, but neither its address nor the reason.
 *
 * @param wasWriting whether the operation was a mutation, which may be done although its response was lost
 */
export function subgraphFailure(subgraph: string, tooSlow: boolean, wasWriting = false): GraphQLError {
  const what = tooSlow ? "took too long" : "cannot be reached now";
  const advice = wasWriting
    ? "so it is unknown whether this was recorded. Retry with the same `idempotencyKey`: nothing is recorded twice."
    : `so its fields are null. ${tooSlow ? "Narrow the request, or retry." : "Retry in a moment."}`;
  return new GraphQLError(`The module "${subgraph}" ${what}, ${advice}`, {
    extensions: { code: tooSlow ? "SUBGRAPH_TIMEOUT" : "SUBGRAPH_UNAVAILABLE", subgraph },
  });
}
