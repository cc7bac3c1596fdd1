import type { Logger } from "pino";
import type { Agent } from "undici";
import type { Database } from "../../../db/database.js";
import { DatabaseUnavailable } from "../../../db/errors.js";
import { Loop } from "../loop.js";
import { type AttemptRules, attemptDelivery } from "./attempt-delivery.js";
import {
  type Busy,
  type Claim,
  claimDelivery,
  deleteOldChanges,
  nextDueIn,
  standardDelays,
} from "./delivery.repository.js";
import { type LookupAll, webhookAgent } from "./webhook-agent.js";
import { webhookNetworks } from "./webhook-url.js";

export interface Deliveries {
  /** Looks at once for what is due. */
  wake(): void;
  /** Claims no further deliveries, aborts the running attempts and returns them to the queue. */
  close(): Promise<void>;
}

export interface DeliveryOptions {
  readonly database: Database;
  readonly log: Logger;
  /** The networks that may be asked besides public addresses, as CIDRs. */
  readonly networks: readonly string[];
  /** How names are looked up; as the system does when unset. */
  readonly lookupAll?: LookupAll;
  /** Milliseconds from each failure to the next attempt; those of Standard Webhooks when unset. */
  readonly delays?: readonly number[];
  /** Milliseconds for all of an attempt; 15,000 when unset. */
  readonly timeout?: number;
}

/** How many attempts a process makes at once, of those to one origin, and of those of one author. */
const most = { all: 16, origin: 2, author: 8 };

/** Milliseconds. A lease is longer than an attempt with all that is written of it. */
const lease = 60_000;
const longestSleep = 30_000;
const afterFailure = 5_000;
const betweenCleanings = 3_600_000;

/** What one process does for the queue that all processes share. */
class DeliveryQueue implements Deliveries {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #agent: Agent;
  readonly #rules: AttemptRules;
  readonly #underWay = new Map<Claim, { breakOff: AbortController; done: Promise<void> }>();
  readonly #loop = new Loop(() => this.#startDue());
  #cleanedAt = Number.NEGATIVE_INFINITY;

  constructor({ database, log, networks, lookupAll, delays = standardDelays, timeout = 15_000 }: DeliveryOptions) {
    this.#database = database;
    this.#log = log;
    this.#agent = webhookAgent(webhookNetworks(networks), lookupAll);
    this.#rules = { delays, timeout };
  }

  wake(): void {
    this.#loop.wake();
  }

  async close(): Promise<void> {
    await this.#loop.close();
    for (const { breakOff } of this.#underWay.values()) breakOff.abort();
    await Promise.all([...this.#underWay.values()].map(({ done }) => done));
    await this.#agent.destroy();
  }

  /** Starts the deliveries that are due, as far as there is room, and returns the milliseconds until the next one is. Never fails. */
  async #startDue(): Promise<number> {
    try {
      while (this.#underWay.size < most.all && !this.#loop.isClosed) {
        const claim = await claimDelivery(this.#database, this.#busy(), lease);
        if (!claim) break;
        this.#start(claim);
      }
      await this.#clean();
      return Math.min(longestSleep, (await nextDueIn(this.#database)) ?? longestSleep);
    } catch (error) {
      // The database layer reports an outage itself.
      if (!(error instanceof DatabaseUnavailable))
        this.#log.warn({ err: error }, "the queue of webhook deliveries cannot be read; trying again");
      return afterFailure;
    }
  }

  #start(claim: Claim): void {
    const breakOff = new AbortController();
    const done = attemptDelivery(this.#database, this.#agent, claim, this.#rules, breakOff.signal)
      // It is due again when its lease is over.
      .catch((error: unknown) => this.#log.warn({ err: error, delivery: claim.id }, "a webhook delivery failed"))
      .finally(() => {
        this.#underWay.delete(claim);
        this.wake();
      });
    this.#underWay.set(claim, { breakOff, done });
  }

  /** The origins and authors of which no more are attempted: a slow receiver holds up its own deliveries only. */
  #busy(): Busy {
    const claims = [...this.#underWay.keys()];
    return {
      origins: repeated(
        claims.map(({ origin }) => origin).filter((origin) => origin !== ""),
        most.origin,
      ),
      authors: repeated(
        claims.map(({ author }) => author),
        most.author,
      ),
    };
  }

  async #clean(): Promise<void> {
    if (performance.now() - this.#cleanedAt < betweenCleanings) return;
    const deleted = await deleteOldChanges(this.#database);
    this.#cleanedAt = performance.now();
    if (deleted > 0) this.#log.info({ deleted }, "old answer changes were deleted");
  }
}

/** The values that are there so many times, or more. */
const repeated = (values: readonly string[], times: number): string[] =>
  [...new Set(values)].filter((value) => values.filter((other) => other === value).length >= times);

/**
 * Works through the queue of deliveries, together with all processes that do the same: each delivery at least once, in no
 * particular order. It never fails, and keeps no process alive.
 */
export function startDeliveries(options: DeliveryOptions): Deliveries {
  const deliveries = new DeliveryQueue(options);
  deliveries.wake();
  return deliveries;
}
