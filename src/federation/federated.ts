import type { Logger } from "pino";
import { answeringOf } from "../answering.js";
import type { TokenRules } from "../auth/token.js";
import { type Closable, Closing } from "../closing.js";
import type { Database } from "../db/database.js";
import type { Example } from "../http/playground/start.js";
import type { Observer } from "../metrics/observer.js";
import { alerts, servicesForAlerts, startAlerts } from "../modules/alerts/index.js";
import type { Module } from "../modules/module.js";
import { buildApiSchema } from "../modules/schema.js";
import type { DocumentOptions } from "../operations/documents.js";
import type { CostLimits } from "../operations/limits/cost-limits.js";
import { type Limits, limitsOn, savedQuestionLimits } from "../operations/limits/limits.js";
import type { Server } from "../server.js";
import type { Site } from "../site/site.js";
import { createGateway } from "./gateway/gateway.js";
import { createSubgraph } from "./subgraph-server.js";
import { readSupergraph } from "./supergraph-file.js";

export interface FederatedConfig {
  readonly modules: readonly Module[];
  readonly database: Database;
  readonly log: Logger;
  /** The issuer whose access tokens the subgraphs accept. */
  readonly tokens?: TokenRules;
  /** The playground's tabs at the gateway. */
  readonly examples: readonly Example[];
  /** The gateway's persisted documents, and whether it accepts others; it does when left out. */
  readonly documents?: DocumentOptions;
  /** The gateway's pages. */
  readonly site?: Site;
  readonly subgraphTimeout?: number;
  /** Networks of reverse proxies before the gateway; see Clients. */
  readonly trustedProxies?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Private networks (CIDRs) that webhooks may be sent to; none by default. */
  readonly webhookNetworks?: readonly string[];
  /** Milliseconds that `close` waits for requests in flight: see FrontOptions. */
  readonly patience?: number;
  /** The cost that each caller of the gateway may spend; no limit when left out. */
  readonly costLimits?: CostLimits;
  /** Megabytes of answers that the gateway keeps; none when left out. */
  readonly answerCache?: number;
  /** Returns the observer for metrics of the gateway or a subgraph, by its name. */
  readonly observer?: (server: string) => Observer | undefined;
  /** Makes a server listen and returns its address, such as "http://127.0.0.1:4001". The gateway is last. */
  listen(server: Server, part: Part): Promise<string>;
}

/** A part of the deployment: the gateway, or a module's subgraph by the module's name and place. */
export type Part = { readonly kind: "gateway" } | { readonly kind: "subgraph"; readonly name: string; index: number };

export interface Federated {
  readonly gateway: Server;
  readonly subgraphs: ReadonlyMap<string, Server>;
  /** The addresses of the gateway and of each subgraph, the gateway first. */
  readonly addresses: readonly (readonly [name: string, url: string])[];
  /** Stops the gateway, then the subgraphs. Each finishes its requests in flight. */
  close(): Promise<void>;
}

/**
 * Starts the whole federated deployment in this process, on one database: a subgraph for each module, and the gateway.
 *
 * @throws the error of a part that cannot start; then all parts are stopped
 */
export async function startFederated(config: FederatedConfig): Promise<Federated> {
  const { modules, database, log, tokens, webhookNetworks = [], limits, patience, listen } = config;
  const { examples, documents, site, subgraphTimeout, trustedProxies, costLimits, answerCache, observer } = config;
  const schema = buildApiSchema(modules);
  const answering = answeringOf(schema, savedQuestionLimits, log);
  const services = servicesForAlerts({ answering, webhookNetworks });
  const started = new Closing();
  // Together, since after the gateway is closed they get no more requests.
  const behind: Closable[] = [];
  started.add({ close: () => Promise.all(behind.map((part) => part.close())) });
  try {
    const subgraphs = new Map<string, Server>();
    const urls: Record<string, string> = {};
    for (const [index, module] of modules.entries()) {
      const { name } = module;
      const ownLog = log.child({ subgraph: name });
      const shared = { database, log: ownLog, answering, webhookNetworks };
      const own = { database, log: ownLog, services, tokens, limits, patience, observer: observer?.(name) };
      const server = await createSubgraph(schema, modules, module, own);
      behind.push(server);
      if (name === alerts.name) behind.push(await startAlerts(shared));
      subgraphs.set(name, server);
      urls[name] = `${await listen(server, { kind: "subgraph", name, index })}/graphql`;
    }
    const gateway = started.add(
      await createGateway({
        supergraph: await readSupergraph(),
        urls,
        api: schema,
        log,
        examples,
        documents,
        site,
        subgraphTimeout,
        trustedProxies,
        limits: limitsOn(database, limits),
        costLimits,
        answerCache,
        observer: observer?.("gateway"),
        patience,
      }),
    );
    const url = `${await listen(gateway, { kind: "gateway" })}/graphql`;
    return { gateway, subgraphs, addresses: [["gateway", url], ...Object.entries(urls)], close: () => started.close() };
  } catch (error) {
    await started.close();
    throw error;
  }
}
