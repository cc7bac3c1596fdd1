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

/** The parts of a server for its operator: metrics, and limits on what callers spend. */
export interface Operating {
  readonly costLimits: CostLimits;
  /** Receives the events that metrics count; undefined without metrics. */
  observer(server: string): Observer | undefined;
  /** Wraps a database so that the metrics count its queries. */
  watched(database: Database): Database;
  /** The line of the greeting with the address of the metrics. */
  readonly lines: readonly string[];
}

/**
 * Serves metrics on a separate port, if the environment sets one.
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
  // Loaded only if metrics are enabled.
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
