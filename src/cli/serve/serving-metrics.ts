import type { Logger } from "pino";
import type { Closing } from "../../closing.js";
import type { Env } from "../../env.js";
import type { MetricsText } from "../../metrics/metrics.js";
import { listen } from "./listening.js";

/** Serves the metrics of all workers, where the environment asks for metrics; returns the lines of the greeting. */
export async function startWorkersMetrics({ metrics }: Env, log: Logger, parts: Closing): Promise<readonly string[]> {
  if (!metrics) return [];
  const { metricsOfWorkers } = await import("../../metrics/metrics.js");
  return [await serveMetrics(metrics, metricsOfWorkers(), log, parts)];
}

/** Serves metrics until the parts are closed; returns a line of the greeting. */
export async function serveMetrics(
  { host, port }: NonNullable<Env["metrics"]>,
  source: MetricsText,
  log: Logger,
  parts: Closing,
): Promise<string> {
  const { metricsServer } = await import("../../metrics/serve.js");
  const server = parts.add(metricsServer(source, log));
  return `Metrics: ${await listen(server, host, port, "The metrics", "METRICS_")}`;
}
