import type { Logger } from "pino";
import type { Database } from "../../db/database.js";
import type { Answering } from "./answering.js";
import { evaluateNext, isPassing } from "./answers/evaluate.js";
import { Loop } from "./loop.js";
import { startDeliveries } from "./webhooks/deliver.js";

interface AlertsConfig {
  readonly database: Database;
  readonly answering: Answering;
  readonly log: Logger;
  /** The networks (CIDRs) that webhooks may lead to besides public addresses. */
  readonly webhookNetworks: readonly string[];
}

export interface Alerts {
  /** Begins nothing more; what is under way is finished, or left to be done again. */
  close(): Promise<void>;
}

/** Milliseconds between looks without a signal: for what a process left that died, and for a signal that was lost. */
const lookEvery = 30_000;
const afterFailure = 5_000;

/**
 * Evaluates saved questions again as the feed grows, and delivers changed answers to their webhooks. All such processes on
 * the database share the work. At least one must run, or no alert is delivered.
 *
 * @throws DatabaseUnavailable where changes cannot be heard of
 */
export async function startAlerts(config: AlertsConfig): Promise<Alerts> {
  const { database, log, webhookNetworks } = config;
  const evaluation = new Loop(async () => {
    try {
      return (await evaluateNext(config)) ? 0 : lookEvery;
    } catch (error) {
      // The database layer reports an outage itself.
      if (!isPassing(error)) log.warn({ err: error }, "saved questions cannot be checked; trying again");
      return afterFailure;
    }
  });
  const deliveries = startDeliveries({ database, log, networks: webhookNetworks });
  const look = () => {
    evaluation.wake();
    deliveries.wake();
  };
  const end = await database.changes.listen(look).catch(async (error: unknown) => {
    await Promise.all([evaluation.close(), deliveries.close()]);
    throw error;
  });
  look();
  return {
    async close() {
      await Promise.all([end(), evaluation.close(), deliveries.close()]);
    },
  };
}
