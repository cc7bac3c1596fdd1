import type { GraphQLSchema } from "graphql";
import { Agent } from "undici";
import { copyWork } from "../graphql/work.js";
import { createFront, type FrontOptions, type Server } from "../http/front.js";
import { defaultLimits } from "../http/limits.js";
import { operationCheck } from "../operations/check-operation.js";
import { Memory } from "../operations/look-up.js";
import { gatewayContext } from "./gateway-context.js";
import { promoteKnownAt } from "./gateway-known-at.js";
import { subgraphLookUps } from "./gateway-look-up.js";
import { plainOperations } from "./gateway-operations.js";
import { keyFieldsOf } from "./gateway-plan.js";
import { subgraphsReadiness } from "./gateway-readiness.js";
import { credentialCheck, refusedAsWhole } from "./gateway-refusals.js";
import { gatewaySchema } from "./gateway-schema.js";
import { subgraphsOf } from "./gateway-subgraphs.js";
import { subgraphExecutor } from "./gateway-transport.js";

export interface GatewayConfig extends FrontOptions {
  /** The supergraph's definition, as schema/supergraph.graphql is. */
  readonly supergraph: string;
  /** The API's whole schema, by which operations are checked before they are planned. */
  readonly api: GraphQLSchema;
  /** Where subgraphs answer, by name, that answer elsewhere than the supergraph says. */
  readonly urls?: Readonly<Record<string, string>>;
  /** How long one question to a subgraph may take, in milliseconds; 15,000 by default. */
  readonly subgraphTimeout?: number;
}

/** How much longer than one question to a subgraph all of a request's may take together, in milliseconds. */
const allowance = 5000;

/**
 * Makes the gateway of a supergraph: the front of the single process before Hive Gateway, which asks the subgraphs.
 *
 * A statement may run for ten seconds, so the time for a subgraph is longer: the subgraph's own error tells more.
 */
export async function createGateway(config: GatewayConfig): Promise<Server> {
  const { supergraph, api, urls = {}, subgraphTimeout = 15_000, ...front } = config;
  const { databaseTime } = { ...defaultLimits, ...front.limits };
  const subgraphs = new Map([...subgraphsOf(supergraph), ...Object.entries(urls)]);
  const agent = new Agent({
    connections: 256, // to each subgraph; more questions wait for one of them
    keepAliveTimeout: 60_000, // a little less than Fastify's, and what a subgraph says of its own counts more
    connect: { timeout: 2000 },
    headersTimeout: 0, // each question has a time limit of its own
    bodyTimeout: 0,
  });
  const executorOf = (name: string) =>
    subgraphExecutor({ name, url: subgraphs.get(name) ?? "" }, agent, subgraphTimeout);
  const schema = await gatewaySchema(supergraph, executorOf);
  // What a field takes is declared beside it; the supergraph has only what any gateway needs to know.
  copyWork(api, schema);
  const [anySubgraph = ""] = subgraphs.keys();
  const memory = new Memory();
  const lookUpFor = subgraphLookUps([...subgraphs.keys()].map(executorOf));
  const server = await createFront({
    ...front,
    schema,
    check: operationCheck(api),
    rewrite: plainOperations(schema, keyFieldsOf(supergraph)),
    plugins: [promoteKnownAt, refusedAsWhole],
    readiness: subgraphsReadiness(
      [...subgraphs].map(([name, url]) => ({ name, url })),
      agent,
    ),
    checkCredential: credentialCheck(executorOf(anySubgraph)),
    context(known, credential) {
      const context = gatewayContext(known, credential, { timeout: subgraphTimeout + allowance, databaseTime });
      return { ...context, lookUp: memory.before(lookUpFor(context)) };
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
