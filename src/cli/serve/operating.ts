import cluster from "node:cluster";
import type { Logger } from "pino";
import type { Closing } from "../../closing.js";
import type { Database } from "../../db/database.js";
import { timed } from "../../db/observed.js";
import { redisCounts } from "../../db/shared-counts.js";
import type { Env } from "../../env.js";
import type { Example } from "../../http/playground/start.js";
import type { Observer } from "../../metrics/observer.js";
import { feedHead } from "../../modules/changes/index.js";
import { CostLimits } from "../../operations/limits/cost-limits.js";
import { serveMetrics } from "./serving-metrics.js";

/** What an operator has of a server: its metrics, and limits on what callers spend. */
export interface Operating {
  readonly costLimits: CostLimits;
  /** What a server of this process tells its metrics; undefined where there are none. */
  observer(server: string): Observer | undefined;
  /** The same database, whose queries the metrics count. */
  watched(database: Database): Database;
  /** Where the metrics are, for the greeting. */
  readonly lines: readonly string[];
}

/**
 * Begins to serve the metrics that the environment asks for, on a port of their own.
 *
 * @param questions the standard questions, whose names are labels
 * @throws PortUnavailable
 */
export async function startOperating(
  env: Env,
  log: Logger,
  parts: Closing,
  questions: readonly Example[],
): Promise<Operating> {
  const { redisUrl, costs, metrics: where } = env;
  const shared = redisUrl === undefined ? undefined : parts.add(redisCounts(redisUrl, log));
  await shared?.connect();
  const costLimits = new CostLimits(costs, log, shared);
  if (!where) return { costLimits, observer: () => undefined, watched: (database) => database, lines: [] };
  // Loaded only where they are wanted.
  const { giveToParent, Metrics } = await import("../../metrics/metrics.js");
  const metrics = new Metrics(questions.flatMap(({ name }) => name ?? []));
  const lines: string[] = [];
  if (cluster.isWorker) giveToParent(metrics);
  else lines.push(await serveMetrics(where, metrics.registry, log, parts));
  return {
    costLimits,
    observer: (name) => metrics.server(name),
    watched(database) {
      const own = timed(database, metrics.query);
      metrics.watch(own, () => feedHead(own));
      return own;
    },
    lines,
  };
}
