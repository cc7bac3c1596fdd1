import { OperationTypeNode } from "graphql";
import { type OperationRequest, readOperation } from "../read-operation.js";
import type { SubscriptionFront } from "./subscription-front.js";

/**
 * The subscription that a request asks for, read in the client's turn; or every error of the first thing that it fails.
 *
 * @throws Overloaded when the turn did not come in time
 */
export const readSubscription = (
  { schema, limits, reading }: SubscriptionFront,
  client: string,
  request: OperationRequest,
) =>
  reading.run({ client, kind: "document", patience: limits.patience }, () =>
    readOperation(schema, limits, request, {
      type: OperationTypeNode.SUBSCRIPTION,
      otherwise: "Only subscriptions are taken here: send queries and mutations by POST.",
    }),
  );
