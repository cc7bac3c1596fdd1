import type { GraphQLSchema } from "graphql";
import { Agent } from "undici";
import { createFront } from "../../http/front.js";
import type { FrontOptions, Server } from "../../http/front-config.js";
import { operationCheck } from "../../operations/check/check-operation.js";
import { Memory } from "../../operations/check/look-up.js";
import { defaultLimits } from "../../operations/limits/limits.js";
import { apiVersion } from "../../version.js";
import { Callers } from "./callers.js";
import { type GatewayContext, gatewayContext, needChange } from "./context.js";
import { gatewayExecutor } from "./executor.js";
import { subgraphLookUps } from "./look-up.js";
import { subgraphsReadiness } from "./readiness.js";
import { credentialCheck, refusedAsWhole } from "./refusals.js";
import type { SubgraphClient } from "./subgraph-client.js";
import { subgraphsOf } from "./subgraphs.js";
import { subgraphClient } from "./transport.js";

export interface GatewayConfig extends FrontOptions {
  /** The supergraph's definition, such as schema/supergraph.graphql. */
  readonly supergraph: string;
  /** The API's whole schema, in which operations are valid, and by which they are checked. */
  readonly api: GraphQLSchema;
  /** The addresses, by name, of subgraphs that are not at the supergraph's addresses. */
  readonly urls?: Readonly<Record<string, string>>;
  /** Milliseconds for one query to a subgraph; 15,000 by default. */
  readonly subgraphTimeout?: number;
}

/** The additional milliseconds for all queries of a request together. */
const allowance = 5000;

/** A look-up of nothing but the number of the newest change. */
const onlyState = { slugs: [], role: false, history: false, state: true } as const;

/**
 * Makes the gateway of a supergraph: the front of the single process with an executor that queries subgraphs.
 *
 * A SQL query can take ten seconds, so the time for a subgraph is longer: the subgraph's own error is more precise.
 */
export async function createGateway(config: GatewayConfig): Promise<Server> {
  const { supergraph, api, urls = {}, subgraphTimeout = 15_000, ...front } = config;
  const { databaseTime } = { ...defaultLimits, ...front.limits };
  const subgraphs = new Map([...subgraphsOf(supergraph), ...Object.entries(urls)]);
  const agent = new Agent({
    connections: 256, // to each subgraph; further queries wait for a free one
    keepAliveTimeout: 60_000, // a little less than Fastify's, and what a subgraph says of its own counts more
    connect: { timeout: 2000 },
    headersTimeout: 0, // each query has its own time limit
    bodyTimeout: 0,
  });
  const clients = new Map(
    [...subgraphs].map(([name, url]) => [name, subgraphClient({ name, url }, agent, subgraphTimeout)]),
  );
  const clientOf = (name: string): SubgraphClient => {
    const client = clients.get(name);
    if (!client) throw new Error(`The supergraph has no subgraph ${name}`);
    return client;
  };
  const executor = gatewayExecutor(supergraph, api, clientOf);
  const [anySubgraph = ""] = subgraphs.keys();
  const memory = new Memory();
  const callers = new Callers();
  /** The changes by which answers are named, by the requests' ends: the pages of a file, each with a context, must have them too. */
  const needed = new WeakMap<AbortController, number>();
  const lookUpFor = subgraphLookUps([...clients.values()]);
  const server = await createFront({
    ...front,
    schema: api,
    check: operationCheck(api),
    execute: executor.execute,
    subscribe: executor.subscribe,
    plugins: [refusedAsWhole],
    readiness: subgraphsReadiness(
      [...subgraphs].map(([name, url]) => ({ name, url })),
      agent,
    ),
    checkCredential: credentialCheck(clientOf(anySubgraph)),
    caching: {
      version: apiVersion(api),
      async stateOf(context) {
        const found = await lookUpFor(context as GatewayContext)(onlyState); // `context` below made it
        if (found?.state === undefined) return undefined;
        needChange(context as GatewayContext, found.state);
        if (context.ending) needed.set(context.ending, found.state);
        return String(found.state);
      },
      freshAt: () => 0, // a subgraph's replica may lack changes, and the gateway does not know
    },
    consistencyToken: async (context) => (context as GatewayContext).written.token, // `context` below made it
    context(known, credential) {
      const context = gatewayContext(known, credential, { timeout: subgraphTimeout + allowance, databaseTime });
      const change = known.ending && needed.get(known.ending);
      if (change !== undefined) needChange(context, change);
      const lookUp = memory.before(lookUpFor(context));
      return { ...context, lookUp, caller: () => callers.of(credential, lookUp) };
    },
  });
  return {
    ...server,
    async close() {
      try {
        await server.close();
      } finally {
        await agent.destroy();
      }
    },
  };
}
