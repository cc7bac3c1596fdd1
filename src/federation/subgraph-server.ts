import type { GraphQLSchema } from "graphql";
import type { TokenRules } from "../auth/token.js";
import type { Module } from "../modules/module.js";
import type { Limits } from "../operations/limits/limits.js";
import { createServer, type Server, type ServerConfig } from "../server.js";
import { readsRowIn, subgraphSchema } from "./subgraph.js";

/**
 * A subgraph has no limits on operations: the gateway has checked the client's operation, and sends operations that are
 * longer and deeper than the client's, with thousands of entities at once.
 */
const unlimited: Partial<Limits> = {
  bodyBytes: 64 * 1024 * 1024,
  tokens: 1_000_000,
  nesting: 1000,
  depth: 1000,
  aliases: 1_000_000,
  rootFields: 1_000_000,
  objects: Number.POSITIVE_INFINITY,
  work: Number.POSITIVE_INFINITY,
  eventWork: Number.POSITIVE_INFINITY,
  variableDepth: 1000,
  variableValues: 1_000_000,
};

export interface SubgraphServerConfig
  extends Pick<ServerConfig, "database" | "log" | "services" | "patience" | "limits" | "observer"> {
  /** As for the single process: each subgraph checks credentials itself. */
  readonly tokens?: TokenRules;
}

/**
 * Makes the server of one module's subgraph. Only the gateway should reach it: it has none of the public limits.
 *
 * @param schema the whole schema, of all modules
 */
export function createSubgraph(
  schema: GraphQLSchema,
  modules: readonly Module[],
  module: Module,
  config: SubgraphServerConfig,
): Promise<Server> {
  return createServer({
    ...config,
    schema: subgraphSchema(schema, modules, module),
    readsRow: readsRowIn(schema, modules, module),
    limits: { ...config.limits, ...unlimited },
    isBehindGateway: true,
    examples: [{ title: `The definition of the subgraph "${module.name}"`, query: "{ _service { sdl } }" }],
  });
}
