import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError, OperationTypeNode } from "graphql";
import { retryAfter } from "../../http/headers/retry-after.js";
import type { RequestContext } from "../../http/request/context.js";
import type { AskingContext, GatewayContext } from "./context.js";
import type { SubgraphClient } from "./subgraph-client.js";

/** The statuses of a refused credential: it is not valid, or it cannot be checked. */
const codes: Readonly<Record<number, string>> = { 401: "UNAUTHENTICATED", 503: "SERVICE_UNAVAILABLE" };

/** Records whether a subgraph refused the entire request, or answered a part of it. */
export function noteAnswer(
  { taken }: AskingContext,
  status: number,
  { errors: [error] = [] }: { readonly errors?: readonly GraphQLFormattedError[] },
): void {
  if (error && codes[status] === error.extensions?.code) taken.refused ??= { status, error };
  else taken.answered = true;
}

/**
 * Makes the check of a connection's credential, since a connection may send no operation for a long time. A subgraph gets a
 * minimal query, and refuses a bad credential as with any query.
 */
export function credentialCheck(client: SubgraphClient): (context: RequestContext) => Promise<void> {
  return async (known) => {
    const context = known as GatewayContext; // the gateway's front made it
    if (context.headers.authorization === undefined) return;
    await client.ask({ kind: OperationTypeNode.QUERY, query: "{ __typename }" }, context);
    if (context.taken.refused) throw new GraphQLError(context.taken.refused.error.message, context.taken.refused.error);
  };
}

const listener: GraphQLRequestListener<RequestContext> = {
  async willSendResponse(request) {
    const own = request as GraphQLRequestContextWillSendResponse<GatewayContext>; // the gateway's front made the context
    await checkCredential(own);
    refuse(own);
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

/**
 * Has a credential checked where the gateway answers or refuses a request by itself, without a question to any subgraph, as
 * it does for `__typename` and introspection: a bad credential comes before all else, as in the single process.
 */
async function checkCredential({
  contextValue: { headers, taken, lookUp },
}: GraphQLRequestContextWillSendResponse<GatewayContext>): Promise<void> {
  if (headers.authorization === undefined || taken.answered || taken.refused) return;
  try {
    await lookUp({ slugs: [], role: true, history: false });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { http, ...extensions } = error.extensions as { http?: { status?: number } };
    taken.refused = { status: http?.status ?? 401, error: { message: error.message, extensions } };
  }
}

function refuse({ contextValue, response }: GraphQLRequestContextWillSendResponse<GatewayContext>): void {
  const { refused, answered } = contextValue.taken;
  if (!refused || answered) return;
  response.http.status = refused.status;
  if (refused.status === 401) response.http.headers.set("www-authenticate", "Bearer");
  if (refused.status === 503) response.http.headers.set("retry-after", retryAfter);
  response.body = { kind: "single", singleResult: { errors: [refused.error] } };
}
