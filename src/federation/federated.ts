import type { Logger } from "pino";
import type { TokenRules } from "../auth/token.js";
import type { Database } from "../db/database.js";
import { buildApiSchema } from "../graphql/schema.js";
import type { Example } from "../http/graphiql-start.js";
import type { Module } from "../modules/module.js";
import type { Server } from "../server.js";
import { createGateway } from "./gateway.js";
import { createSubgraph } from "./subgraph-server.js";
import { composeSupergraph } from "./supergraph.js";

export interface FederatedConfig {
  readonly modules: readonly Module[];
  readonly database: Database;
  readonly log: Logger;
  /** Whose tokens the subgraphs take. */
  readonly tokens?: TokenRules;
  /** The playground's tabs at the gateway. */
  readonly examples: readonly Example[];
  readonly subgraphTimeout?: number;
  /** Makes a server listen, and tells its address, such as "http://127.0.0.1:4001". The gateway's comes last. */
  listen(server: Server, part: Part): Promise<string>;
}

/** A part of the deployment: the gateway, or a module's subgraph by the module's name and place. */
export type Part = { readonly kind: "gateway" } | { readonly kind: "subgraph"; readonly name: string; index: number };

export interface Federated {
  readonly gateway: Server;
  readonly subgraphs: ReadonlyMap<string, Server>;
  /** Where the gateway and each subgraph answer GraphQL, the gateway first. */
  readonly addresses: readonly (readonly [name: string, url: string])[];
  /** Stops the gateway, then the subgraphs; each lets requests under way finish. */
  close(): Promise<void>;
}

/**
 * Starts the whole federated deployment in this process, on one database: a subgraph for each module, and the gateway.
 *
 * @throws what keeps a part from starting; then none is left running
 */
export async function startFederated(config: FederatedConfig): Promise<Federated> {
  const { modules, database, log, tokens, examples, subgraphTimeout, listen } = config;
  const schema = buildApiSchema(modules);
  const started: Server[] = [];
  const close = async () => {
    for (const server of started.splice(0).reverse()) await server.close();
  };
  try {
    const subgraphs = new Map<string, Server>();
    const urls: Record<string, string> = {};
    for (const [index, module] of modules.entries()) {
      const { name } = module;
      const ownLog = log.child({ subgraph: name });
      const server = await createSubgraph(schema, modules, module, { database, tokens, log: ownLog });
      started.push(server);
      subgraphs.set(name, server);
      urls[name] = `${await listen(server, { kind: "subgraph", name, index })}/graphql`;
    }
    const supergraph = composeSupergraph(schema, modules, (name) => urls[name] ?? "");
    const gateway = await createGateway({ supergraph, log, examples, subgraphTimeout });
    started.push(gateway);
    const url = `${await listen(gateway, { kind: "gateway" })}/graphql`;
    return { gateway, subgraphs, addresses: [["gateway", url], ...Object.entries(urls)], close };
  } catch (error) {
    await close();
    throw error;
  }
}
