import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { RequestContext } from "../http/request-context.js";
import type { GatewayContext } from "./gateway-context.js";

/** How a server refuses a request for its credential: it is no good, or it cannot be checked. */
const codes: Readonly<Record<number, string>> = { 401: "UNAUTHENTICATED", 503: "SERVICE_UNAVAILABLE" };

/** Notes that a subgraph refused the request as a whole, if that is what it answered. */
export function noteRefusal(
  { refusals }: GatewayContext,
  status: number,
  { errors: [error] = [] }: { readonly errors?: readonly GraphQLFormattedError[] },
): void {
  if (error && codes[status] === error.extensions?.code) refusals.push({ status, error });
}

const listener: GraphQLRequestListener<RequestContext> = {
  willSendResponse(request) {
    refuse(request as GraphQLRequestContextWillSendResponse<GatewayContext>); // the gateway's front made the context
    return Promise.resolve();
  },
};

/**
 * A request that subgraphs refuse for its credential is refused whole, as the single process does, instead of with the
 * same error at each of its fields.
 */
export const refusedAsWhole: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () => Promise.resolve(listener),
};

function refuse({ contextValue, operation, response }: GraphQLRequestContextWillSendResponse<GatewayContext>): void {
  const [refusal] = contextValue.refusals;
  if (!refusal || response.body.kind !== "single") return;
  const { data } = response.body.singleResult;
  // A credential may be revoked between two mutations: what the first one did must be told.
  const isDone = operation?.operation === "mutation" && Object.values(data ?? {}).some((value) => value !== null);
  if (isDone) return;
  response.http.status = refusal.status;
  if (refusal.status === 401) response.http.headers.set("www-authenticate", "Bearer");
  response.body = { kind: "single", singleResult: { errors: [refusal.error] } };
}
