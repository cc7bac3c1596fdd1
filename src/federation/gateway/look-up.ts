import { GraphQLError, OperationTypeNode } from "graphql";
import type { LookedUp, LookUp } from "../../operations/check/look-up.js";
import type { AskingContext, GatewayContext, WholeRefusal } from "./context.js";
import type { SubgraphClient } from "./subgraph-client.js";

/** Milliseconds after which the next subgraph is tried. */
const patience = 2_000;

const query = "query LookUp($wanted: _Any!) { _lookUp(wanted: $wanted) }";

/**
 * Looks up the facts that the check of an operation needs, in a subgraph: each reads the whole record and checks credentials.
 * Subgraphs are tried in turn until one answers, beginning with the one that answered last. If none does, nothing is looked
 * up, since the subgraphs check their own parts of an operation anyway.
 */
export function subgraphLookUps(subgraphs: readonly SubgraphClient[]): (context: AskingContext) => LookUp {
  let last = 0;
  return (context) => async (wanted) => {
    for (let turn = 0; turn < subgraphs.length; turn += 1) {
      const index = (last + turn) % subgraphs.length;
      const taken: GatewayContext["taken"] = {};
      const deadline = Math.min(context.deadline, performance.now() + patience);
      const own = { ...context, taken, deadline };
      const result = await subgraphs[index]?.ask({ kind: OperationTypeNode.QUERY, query, variables: { wanted } }, own);
      if (taken.refused) throw refusalOf(taken.refused);
      if (!result?.data) continue;
      last = index;
      return result.data._lookUp as LookedUp; // as the subgraph's schema says
    }
    return undefined;
  };
}

function refusalOf({ status, error }: WholeRefusal): GraphQLError {
  const headers: Record<string, string> = status === 401 ? { "www-authenticate": "Bearer" } : {};
  const http = { status, headers };
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http } });
}
