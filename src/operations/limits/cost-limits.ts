import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { type RateLimiterAbstract, RateLimiterMemory } from "rate-limiter-flexible";
import type { RedisCounts } from "../../db/shared-counts.js";
import { type Caller, type CallerGroup, type CostBudgets, callerGroups } from "./cost-budgets.js";

/** Seconds of a budget's period, which begins with the first request. */
export const windowSeconds = 60;

/** The rest of a caller's budget. */
export interface Allowance extends Caller {
  readonly budget: number;
  readonly remaining: number;
  /** Seconds until the full budget is available again. */
  readonly resetsIn: number;
  /** False if nothing was left before this cost. */
  readonly isAllowed: boolean;
}

/** Milliseconds to wait for the shared counts; and to wait after a failure before they are tried again. */
const patience = 250;
const pause = 5_000;

/** The number of callers with a spent budget that are remembered, to refuse their requests before they are read. */
const mostSpent = 10_000;

interface Count {
  readonly consumedPoints: number;
  readonly msBeforeNext: number;
}

/**
 * Limits the cost of each caller in each minute. A request is accepted while anything is left, even if it costs more. So an
 * operation that costs more than a whole budget can be sent once a minute. Costs are counted in this process, or in Redis for
 * all processes. While Redis does not answer, each process counts by itself.
 */
export class CostLimits {
  readonly #own = new Map<CallerGroup, RateLimiterAbstract>();
  readonly #spent = new LRUCache<string, number>({ max: mostSpent });
  #leaveAloneUntil = 0;
  #isAway = false;

  constructor(
    readonly budgets: CostBudgets,
    readonly log: Logger,
    readonly shared?: RedisCounts,
  ) {
    for (const group of callerGroups) this.#own.set(group, new RateLimiterMemory(this.#options(group)));
  }

  /** Charges a cost, even if it exceeds the budget; undefined if the caller has no limit. */
  async charge({ name, group }: Caller, cost: number): Promise<Allowance | undefined> {
    const budget = this.budgets[group];
    if (budget === 0) return undefined;
    const points = Math.max(1, Math.ceil(cost));
    const { consumedPoints, msBeforeNext } = await this.#counted(group, name, points);
    const resetsIn = Math.max(1, Math.ceil(msBeforeNext / 1000));
    const remaining = Math.max(0, budget - consumedPoints);
    if (remaining === 0) this.#spent.set(`${group} ${name}`, Date.now() + msBeforeNext);
    return { name, group, budget, remaining, resetsIn, isAllowed: consumedPoints - points < budget };
  }

  /** The rest, if this process knows that the budget is spent. It does not ask Redis. */
  spentBy({ name, group }: Caller): Allowance | undefined {
    const milliseconds = (this.#spent.get(`${group} ${name}`) ?? 0) - Date.now();
    if (milliseconds <= 0) return undefined;
    const resetsIn = Math.ceil(milliseconds / 1000);
    return { name, group, budget: this.budgets[group], remaining: 0, resetsIn, isAllowed: false };
  }

  #options(group: CallerGroup) {
    return { points: this.budgets[group], keyPrefix: group, duration: windowSeconds };
  }

  async #counted(group: CallerGroup, name: string, points: number): Promise<Count> {
    if (this.shared && Date.now() >= this.#leaveAloneUntil) {
      try {
        const counted = this.shared.limiter(this.#options(group)).then((limiter) => limiter.penalty(name, points));
        const count = await within(patience, counted);
        if (this.#isAway) this.log.info("Redis responds again: costs are counted across all processes");
        this.#isAway = false;
        return count;
      } catch (error) {
        this.#leaveAloneUntil = Date.now() + pause;
        if (!this.#isAway)
          this.log.warn({ reason: String(error) }, "Redis does not respond: each process counts costs separately");
        this.#isAway = true;
      }
    }
    const own = this.#own.get(group);
    if (!own) throw new Error(`There is no group ${group}`);
    return own.penalty(name, points);
  }
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`no response within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(late);
  }
}
