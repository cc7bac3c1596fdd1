import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingHttpHeaders } from "node:http";
import { afterAll } from "@jest/globals";
import { type Logger, pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { type FederatedConfig, startFederated } from "../../src/federation/federated.js";
import { servicesForAlerts } from "../../src/modules/alerts/index.js";
import { modules } from "../../src/modules/index.js";
import { createServer, type Server } from "../../src/server.js";
import { wholeApi } from "./ask.js";
import { telling } from "./database.js";
import { schema } from "./once/schema.js";
import { type Answer, ask } from "./server.js";

/** What one module had to do for a question. */
export interface Cost {
  /** The documents that its subgraph was asked. */
  fetches: string[];
  /** The number of SQL statements. */
  statements: number;
}

/** Both deployments, side by side on one database. */
export interface Deployments {
  /** The one process that has the whole schema. */
  readonly single: Server;
  /** The gateway before a subgraph for each module, all on free ports of this machine. */
  readonly gateway: Server;
  /** Where each subgraph answers, by the name of its module. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Asks the gateway, and tells what that costs, by module, in the order of modules. For one question at a time. */
  costOf(...question: Question): Promise<{ answer: Answer; costs: Record<string, Cost> }>;
}
type Question = Parameters<typeof ask> extends [Server, ...infer Rest] ? Rest : never;

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Has what a test started closed after the test file. */
export const closeAfterTests = (...close: (() => Promise<void>)[]): void => void closing.push(...close);

interface Options extends Pick<FederatedConfig, "costLimits" | "observer" | "site" | "answerCache"> {
  readonly examples?: FederatedConfig["examples"];
  /** Called for each request of the gateway to a subgraph. */
  onAsked?(query: string, headers: IncomingHttpHeaders): void;
}

/** Starts both deployments; they stop after the test file. */
export async function startDeployments(
  database: Database,
  log: Logger = pino({ level: "silent" }),
  { onAsked, examples = [], ...options }: Options = {},
): Promise<Deployments> {
  const module = new AsyncLocalStorage<Cost>();
  const costs = new Map<string, Cost>();
  const federated = await startFederated({
    ...options,
    modules,
    log,
    examples,
    database: telling(database, () => {
      const cost = module.getStore();
      if (cost) cost.statements += 1;
    }),
    listen(server, part) {
      if (part.kind === "subgraph") {
        server.fastify.addHook("preHandler", (request, _reply, next) => {
          const cost = costs.get(part.name) ?? { fetches: [], statements: 0 };
          costs.set(part.name, cost);
          cost.fetches.push((request.body as { query: string }).query); // what the gateway sends
          onAsked?.((request.body as { query: string }).query, request.headers);
          module.run(cost, next);
        });
      }
      return server.listen({ host: "127.0.0.1", port: 0 });
    },
  });
  const services = servicesForAlerts({ answering: wholeApi().answering, webhookNetworks: [] });
  const single = await createServer({ schema, database, log, services, examples, answerCache: options.answerCache });
  closing.push(federated.close, single.close);
  return {
    single,
    gateway: federated.gateway,
    subgraphUrls: new Map(federated.addresses),
    async costOf(...question) {
      costs.clear(); // what an earlier call returned stays as it is
      await ask(federated.gateway, ...question); // from then on, the gateway remembers which slugs are known
      costs.clear();
      const answer = await ask(federated.gateway, ...question);
      const asked = modules.flatMap(({ name }) => [...costs].filter(([other]) => other === name));
      return { answer, costs: Object.fromEntries(asked) };
    },
  };
}
