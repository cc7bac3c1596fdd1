import type { Logger } from "pino";
import { reasonOf } from "../errors.js";

/** Milliseconds between two lines about the same outage. */
const betweenLines = 30_000;

/** Logs that a database cannot be used: a line at the start, now and then while it lasts, and at the end. */
export class Outage {
  readonly #log: Logger | undefined;
  #since: number | undefined;
  #failures = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  /** @param log nothing is logged without it */
  constructor(log?: Logger) {
    this.#log = log;
  }

  get isUnderWay(): boolean {
    return this.#since !== undefined;
  }

  /** Something failed for it. */
  noted(error: unknown): void {
    const now = performance.now();
    this.#since ??= now;
    this.#failures += 1;
    if (now - this.#toldAt < betweenLines) return;
    this.#toldAt = now;
    // Not the error itself: pg hangs its whole connection on some.
    this.#log?.error(
      { reason: reasonOf(error), failures: this.#failures },
      "the database cannot be used; requests get UNAVAILABLE",
    );
  }

  /** The database has answered. */
  ended(): void {
    if (this.#since === undefined) return;
    const seconds = Math.round((performance.now() - this.#since) / 100) / 10;
    const wasTold = this.#toldAt >= this.#since;
    if (wasTold) this.#log?.info({ failures: this.#failures, seconds }, "the database responds again");
    this.#since = undefined;
    this.#failures = 0;
  }
}
