import { type GraphQLSchema, OperationTypeNode } from "graphql";
import type { Limits } from "../limits.js";
import { type OperationRequest, readOperation } from "../read-operation.js";

/** The subscription that a request asks for; or every error of the first thing that it fails. */
export const readSubscription = (schema: GraphQLSchema, limits: Limits, request: OperationRequest) =>
  readOperation(schema, limits, request, {
    type: OperationTypeNode.SUBSCRIPTION,
    otherwise: "Only subscriptions are taken here: send queries and mutations by POST.",
  });
