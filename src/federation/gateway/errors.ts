import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** The gateway asked wrongly: its supergraph and the subgraph differ, or the address is another server's. */
const refusals: readonly unknown[] = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "NOT_FOUND",
];

/**
 * A subgraph's error as the gateway reports it: as it is, since subgraphs mask what is not for clients. A refusal of what
 * the gateway asked becomes an unexpected error of the gateway, which its front masks and logs.
 */
export function subgraphError(subgraph: string, { message, path, extensions }: GraphQLFormattedError): GraphQLError {
  // Without a code it is not for clients.
  if (refusals.includes(extensions?.code))
    return new GraphQLError(`The subgraph "${subgraph}" refused what the gateway asked: ${message}`);
  return new GraphQLError(message, { path, extensions });
}

/**
 * The error of each field that a subgraph would have answered. Names the subgraph, and neither address nor reason.
 *
 * @param wasWriting whether the operation was a mutation: perhaps it was done, and only the answer was lost
 */
export function subgraphFailure(subgraph: string, tooSlow: boolean, wasWriting = false): GraphQLError {
  const what = tooSlow ? "took too long over this" : "cannot be reached now";
  const advice = wasWriting
    ? "so it is unknown whether this was recorded. Send the same again, with the same `idempotencyKey`: what was recorded is not recorded twice."
    : `so its fields are left out. ${tooSlow ? "Narrow the question, or ask again." : "Ask again in a moment."}`;
  return new GraphQLError(`The module "${subgraph}" ${what}, ${advice}`, {
    extensions: { code: tooSlow ? "SUBGRAPH_TIMEOUT" : "SUBGRAPH_UNAVAILABLE", subgraph },
  });
}
