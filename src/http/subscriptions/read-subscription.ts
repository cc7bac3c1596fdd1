import { GraphQLError, type OperationDefinitionNode, OperationTypeNode } from "graphql";
import type { DocumentRequest, Documents } from "../../operations/documents.js";
import { readOperation } from "../../operations/read-operation.js";
import type { SubscriptionFront } from "./subscription-front.js";

/**
 * The subscription of a request, read in the client's turn; or all errors of the first check that fails.
 *
 * @throws Overloaded if the turn does not come in time
 */
export const readSubscription = (
  { schema, documents, limits, turns }: SubscriptionFront,
  client: string,
  request: DocumentRequest,
) =>
  turns.read(client, () => {
    const resolved = resolvedBy(documents, request);
    if (resolved instanceof GraphQLError) return [resolved];
    return readOperation(schema, documents.limitsFor(resolved.query, limits), resolved, {
      type: OperationTypeNode.SUBSCRIPTION,
      otherwise: "Only subscriptions are accepted here: send queries and mutations by POST.",
    });
  });

/** The request with its document, or the error that it has none. */
function resolvedBy(documents: Documents, request: DocumentRequest): DocumentRequest | GraphQLError {
  try {
    return documents.resolve(request);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** The refusal of a subscription whose `Accept` does not name a stream. */
export function needsStream(operation?: OperationDefinitionNode): GraphQLError {
  const message =
    "The response to a subscription is a stream of events: send it with the header `Accept: text/event-stream` " +
    "(server-sent events), or over WebSocket with the protocol `graphql-transport-ws`.";
  return new GraphQLError(message, { nodes: operation, extensions: { code: "NOT_ACCEPTABLE", http: { status: 406 } } });
}
