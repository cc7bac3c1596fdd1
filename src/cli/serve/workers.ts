import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Closable } from "../../closing.js";
import type { Env } from "../../env.js";
import type { Setting } from "../setting.js";
import { BadInput, exitCodes, PortUnavailable } from "../terminal/exit-codes.js";
import { openMigrated, whereData } from "../with-database.js";
import { howToWrite } from "./how-to-write.js";
import { untilStopped } from "./listening.js";

import { howToAsk, questionFor } from "./question-to-try.js";
import { seed } from "./seeding.js";
import { startWorkersMetrics } from "./serving-metrics.js";

/** The fewest connections of a worker: see `sharing`. */
const leastConnections = 5;

/** Milliseconds before a worker that ended is started again, at first and at most; and for how long it must have run to count as well. */
const firstPause = 500;
const longestPause = 30_000;
const wellAfter = 60_000;

/**
 * Serves from several processes on one port until a signal says to stop. This process migrates and seeds the database, then
 * starts the workers, distributes connections, and restarts workers that end.
 *
 * @throws {BadInput} if there are too few connections, or the database supports one process only
 */
export async function serveByWorkers(setting: Setting, count: number): Promise<void> {
  const { terminal } = setting;
  const env = setting.env();
  check(env, count);
  const log = setting.log(env.logLevel);
  await untilStopped({ terminal, log, grace: env.stopGrace }, async (parts) => {
    const database = await openMigrated(env, terminal, log);
    const lines: string[] = [];
    try {
      await seed(env, database, terminal);
      lines.push(...(await howToWrite(database, env)));
      const question = await questionFor(database);
      const metrics = await startWorkersMetrics(env, log, parts);
      const workers = parts.add(new Workers(count, log));
      const { address, port } = await workers.start();
      const host = address.includes(":") ? `[${address}]` : address;
      const url = `http://${host}:${port}/graphql`;
      lines.unshift(
        "",
        `Standpoint runs in ${count} processes at ${url}`,
        `Database: ${whereData(env)}. Press Ctrl-C to stop.`,
        "",
        ...howToAsk(url, question),
        ...metrics,
        "",
      );
      return lines;
    } finally {
      await database.close();
    }
  });
}

function check({ databaseUrl, connections }: Env, count: number): void {
  if (databaseUrl === undefined)
    throw new BadInput(
      "--workers: the embedded database can be used by one process only. Set DATABASE_URL to a Postgres server, or omit --workers",
    );
  if (connections !== undefined && connections < count * leastConnections)
    throw new BadInput(
      `DATABASE_CONNECTIONS: ${connections} are too few for ${count} workers, which need ${leastConnections} each: set it to ${count * leastConnections} or more`,
    );
}

/** The share of one worker in the limits of the environment. */
export function shareOf(env: Env, count: number): Pick<Env, "connections" | "clientConnections"> {
  const { connections, clientConnections = 2 } = env;
  return {
    connections: connections === undefined ? undefined : Math.floor(connections / count),
    clientConnections: Math.max(1, Math.floor(clientConnections / count)),
  };
}

/** Processes like this one that share a port. */
class Workers implements Closable {
  readonly #count: number;
  readonly #log: Logger;
  readonly #timers = new Set<NodeJS.Timeout>();
  #failures = 0;
  #isStopping = false;

  constructor(count: number, log: Logger) {
    this.#count = count;
    this.#log = log;
  }

  /**
   * Resolves once all of them listen.
   *
   * @throws what says why one of them could not start
   */
  async start(): Promise<Pick<AddressInfo, "address" | "port">> {
    cluster.on("listening", ({ id, process: { pid } }) => this.#log.info({ worker: id, pid }, "a worker has started"));
    const addresses = await Promise.all(Array.from({ length: this.#count }, () => listening(fork())));
    cluster.on("exit", (worker, code, signal) => this.#ended(worker, code, signal));
    const [address] = addresses;
    if (!address) throw new Error("No worker listens");
    return address;
  }

  /** Lets the workers finish their requests in flight. */
  async close(): Promise<void> {
    this.#isStopping = true;
    for (const timer of this.#timers) clearTimeout(timer);
    const running = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(
      running.map(async (worker) => {
        const ended = once(worker, "exit");
        worker.process.kill("SIGTERM");
        await ended;
      }),
    );
  }

  #ended(worker: Worker, code: number, signal: string | null): void {
    if (this.#isStopping) return;
    const ran = performance.now() - (startedAt.get(worker) ?? 0);
    this.#failures = ran > wellAfter ? 0 : this.#failures + 1;
    const pause = this.#failures === 0 ? 0 : Math.min(longestPause, firstPause * 2 ** (this.#failures - 1));
    this.#log.error({ worker: worker.id, code, signal, pause }, "a worker ended; another one is started");
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      fork();
    }, pause);
    this.#timers.add(timer);
  }
}

const startedAt = new WeakMap<Worker, number>();

function fork(): Worker {
  const worker = cluster.fork();
  startedAt.set(worker, performance.now());
  return worker;
}

/** Resolves with the address of a worker when it listens; rejects if it ends before. The worker prints the reason. */
function listening(worker: Worker): Promise<Pick<AddressInfo, "address" | "port">> {
  return new Promise((resolve, reject) => {
    worker.once("listening", ({ address, port }) => resolve({ address, port }));
    worker.once("exit", (code) => {
      const message = `Worker ${worker.id} could not start; the reason is above`;
      if (code === exitCodes.unavailable) reject(new PortUnavailable(message));
      else if (code === exitCodes.badInput) reject(new BadInput(message));
      else reject(new Error(message));
    });
  });
}
