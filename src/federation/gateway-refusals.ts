import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { RequestContext } from "../http/request-context.js";
import { retryAfter } from "../http/retry-later.js";
import type { GatewayContext } from "./gateway-context.js";

/** How a server refuses a request for its credential: it is no good, or it cannot be checked. */
const codes: Readonly<Record<number, string>> = { 401: "UNAUTHENTICATED", 503: "SERVICE_UNAVAILABLE" };

/** Notes whether a subgraph refused the request as a whole, or answered something of it. */
export function noteAnswer(
  { taken }: GatewayContext,
  status: number,
  { errors: [error] = [] }: { readonly errors?: readonly GraphQLFormattedError[] },
): void {
  if (error && codes[status] === error.extensions?.code) taken.refused ??= { status, error };
  else taken.answered = true;
}

const listener: GraphQLRequestListener<RequestContext> = {
  willSendResponse(request) {
    refuse(request as GraphQLRequestContextWillSendResponse<GatewayContext>); // the gateway's front made the context
    return Promise.resolve();
  },
};

/**
 * A request that the subgraphs refuse for its credential is refused whole, as the single process does, instead of with the
 * same error at each of its fields. Not where one of them has answered, as it has if a key is revoked between two mutations:
 * what the first one did is then done.
 */
export const refusedAsWhole: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () => Promise.resolve(listener),
};

function refuse({ contextValue, response }: GraphQLRequestContextWillSendResponse<GatewayContext>): void {
  const { refused, answered } = contextValue.taken;
  if (!refused || answered) return;
  response.http.status = refused.status;
  if (refused.status === 401) response.http.headers.set("www-authenticate", "Bearer");
  if (refused.status === 503) response.http.headers.set("retry-after", retryAfter);
  response.body = { kind: "single", singleResult: { errors: [refused.error] } };
}
