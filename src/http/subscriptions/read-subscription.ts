import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode, OperationTypeNode } from "graphql";
import type { Limits } from "../limits.js";
import { type OperationRequest, readOperation } from "../read-operation.js";

/** The subscription that a request asks for; or every error of the first thing that it fails. */
export const readSubscription = (schema: GraphQLSchema, limits: Limits, request: OperationRequest) =>
  readOperation(schema, limits, request, {
    type: OperationTypeNode.SUBSCRIPTION,
    otherwise: "Only subscriptions are taken here: send queries and mutations by POST.",
  });

/** The refusal of a subscription whose client does not say that it reads a stream. */
export function needsStream(operation?: OperationDefinitionNode): GraphQLError {
  const message =
    "A subscription is answered by a stream of events: send it with the header `Accept: text/event-stream` " +
    "(server-sent events), or over WebSocket with the protocol `graphql-transport-ws`.";
  return new GraphQLError(message, { nodes: operation, extensions: { code: "NOT_ACCEPTABLE", http: { status: 406 } } });
}
