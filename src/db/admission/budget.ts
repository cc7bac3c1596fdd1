import { QueryTimeout } from "../errors.js";

/** The limits of one request on the database. */
export interface RequestLimits {
  /** Milliseconds of database time of all its queries together. */
  readonly time: number;
  /** Milliseconds that its queries may wait for their turns, all together. */
  readonly patience: number;
  /** Queries that run at once. */
  readonly connections: number;
}

/**
 * The database time of one request, which all its queries share. Two queries that run at once use it up twice as fast.
 */
export class Budget {
  readonly #end: AbortController;
  readonly #turns: (() => void)[] = [];
  #left: number;
  #patience: number;
  #waited = 0;
  #inUse = 0;
  #running = 0;
  #since = 0;
  #alarm: NodeJS.Timeout | undefined;

  /** Aborted when the time is used up, or when the client is gone: its reason is the error of all further queries. */
  readonly signal: AbortSignal;

  /**
   * @param ending aborted when the client is gone, and by the budget when the time is used up
   * @param clientGone the same for a client that outlives the request, as that of a subscription does
   */
  constructor(
    readonly limits: RequestLimits,
    ending = new AbortController(),
    clientGone?: AbortSignal,
  ) {
    this.#end = ending;
    this.#left = limits.time;
    this.#patience = limits.patience;
    this.signal = clientGone ? AbortSignal.any([ending.signal, clientGone]) : ending.signal;
  }

  /** Milliseconds that the request's queries may still wait for their turns. */
  get patience(): number {
    return this.#patience;
  }

  /** Milliseconds of database time that are used up. */
  get spent(): number {
    return this.limits.time - this.#left + (performance.now() - this.#since) * this.#running;
  }

  /** Milliseconds that the request's queries have waited for their turns. */
  get waitedFor(): number {
    return this.#waited;
  }

  /** Subtracts from the time that the request may wait. */
  waited(milliseconds: number): void {
    this.#patience -= milliseconds;
    this.#waited += milliseconds;
  }

  /** Runs some work when one of the request's connections is free. */
  async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inUse >= this.limits.connections) await new Promise<void>((resolve) => this.#turns.push(resolve));
    else this.#inUse += 1;
    try {
      return await work();
    } finally {
      const next = this.#turns.shift(); // takes over this query's connection
      if (next) next();
      else this.#inUse -= 1;
    }
  }

  /** Runs a query at the budget's cost. */
  async spend<Result>(run: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    this.signal.throwIfAborted();
    this.#count(1);
    try {
      return await run(this.signal);
    } finally {
      this.#count(-1);
    }
  }

  #count(change: 1 | -1): void {
    const now = performance.now();
    this.#left -= (now - this.#since) * this.#running;
    this.#since = now;
    this.#running += change;
    clearTimeout(this.#alarm);
    if (this.#left <= 0) this.#usedUp();
    else if (this.#running > 0) this.#alarm = setTimeout(() => this.#usedUp(), this.#left / this.#running);
  }

  #usedUp(): void {
    this.#end.abort(new QueryTimeout(`The request used up its ${this.limits.time} ms of database time`));
  }
}
