import { getExecutorForUnifiedGraph } from "@graphql-hive/gateway-runtime";
import type { ExecutionRequest, ExecutionResult } from "@graphql-tools/utils";
import { parse, print } from "graphql";
import { composeSupergraph } from "../../src/federation/supergraph.js";
import { modules } from "../../src/modules/index.js";
import { schema } from "./once/schema.js";
import type { Answer } from "./server.js";

/** Asks a gateway that knows nothing of this project but the supergraph. */
export type AskGateway = (
  query: string,
  question: { variables?: Record<string, unknown>; headers?: Record<string, string> },
) => Promise<Pick<Answer, "data" | "errors">>;

/**
 * Whether an alias is one that this gateway takes for something else, whatever the supergraph: names like those that it adds to
 * selections, and `then`, by which it knows promises.
 */
export const isTaken = (alias: string): boolean =>
  alias.startsWith("_") || alias.endsWith("_entities") || alias in Promise.prototype;

/** It takes `name @skip(if: $v) name` for the first one alone, so an operation with both of these may be answered wrongly. */
export const cannotMerge = ["merged field", "directive"];

/** Hive Gateway's stitching, as it comes: it shares no code with our gateway. Clients' headers go on to the subgraphs. */
export function otherGateway(urls: ReadonlyMap<string, string>): AskGateway {
  const execute = getExecutorForUnifiedGraph({
    getUnifiedGraph: () => composeSupergraph(schema, modules, (name) => urls.get(name) ?? ""),
    transports: () => ({
      getSubgraphExecutor:
        ({ subgraphName }) =>
        (request: ExecutionRequest) =>
          post(urls.get(subgraphName) ?? "", request),
    }),
  });
  return async (query, { variables, headers }) => {
    const result = await execute({ document: parse(query), variables, context: { headers } });
    // As HTTP carries it; a query has no stream of answers.
    return JSON.parse(JSON.stringify(result)) as Pick<Answer, "data" | "errors">;
  };
}

async function post(url: string, { document, variables, context }: ExecutionRequest): Promise<ExecutionResult> {
  const body = JSON.stringify({ query: print(document), variables });
  const headers = { ...context?.headers, "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body });
  return (await response.json()) as ExecutionResult;
}
