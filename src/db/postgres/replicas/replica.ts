import { setTimeout as after } from "node:timers/promises";
import type { Logger } from "pino";
import type { FairQueue } from "../../admission/fair-queue.js";
import { reasonOf } from "../../errors.js";
import { sql } from "../../sql.js";
import type { LivePool } from "../live-pool.js";
import type { Reads } from "../reads.js";

/** How far the feed of changes had come on the database itself. */
export interface FeedState {
  /** When it was read; milliseconds since 1970. All that was committed before is in it. */
  readonly at: number;
  /** The number of the newest change; 0 for none. */
  readonly sequence: number;
  /** What the newest change is of: another database has another one under the same number. */
  readonly entry: string | null;
}

/** Milliseconds between two looks whether a replica has come so far, while a request waits for that. */
const pause = 5;

/** Milliseconds for a replica that is well to say how far it has come. */
const patience = 2_000;

/** Milliseconds for which nobody waits after somebody has waited in vain. */
const impatience = 1_000;

interface Waiting {
  readonly sequence: number;
  readonly until: number;
  resolve(hasCome: boolean): void;
}

export interface ReplicaParts {
  /** For operators, without a password: "replica.example.org:5432". */
  readonly name: string;
  readonly pool: LivePool;
  readonly reads: Reads;
  readonly turns: FairQueue;
  readonly log: Logger;
}

/** One replica: whether it can be used, and how far it has come. */
export class Replica {
  readonly name: string;
  readonly pool: LivePool;
  readonly reads: Reads;
  readonly turns: FairQueue;
  readonly #log: Logger;
  /** The newest change that it is known to have. */
  #reached = 0;
  #freshAt = 0;
  /** Why it is not used; undefined while it is. Nothing is logged about the first one: it has not been looked at yet. */
  #problem: string | undefined = "it has not responded yet";
  #wasLooked = false;
  #isLooking = false;
  #waiting: Waiting[] = [];
  #impatientUntil = Number.NEGATIVE_INFINITY;

  constructor({ name, pool, reads, turns, log }: ReplicaParts) {
    this.name = name;
    this.pool = pool;
    this.reads = reads;
    this.turns = turns;
    this.#log = log;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  /** All that was committed on the database before this moment is here; milliseconds since 1970. */
  get freshAt(): number {
    return this.#freshAt;
  }

  /** It failed: reads go elsewhere until it has answered again. */
  failed(error: unknown): void {
    this.#set(`it does not respond: ${reasonOf(error)}`);
  }

  /**
   * Looks how far it has come.
   *
   * @param states of the database, the newest last
   * @param lag milliseconds that it may be behind the newest
   */
  async look(states: readonly FeedState[], lag: number): Promise<void> {
    const newest = states.at(-1);
    if (!newest || this.#isLooking) return;
    this.#isLooking = true;
    const late = setTimeout(() => this.failed(new Error(`no response within ${patience} ms`)), patience);
    try {
      const [row] = await this.reads.query<{ head: number | null; entry: string | null }>(
        sql`select (select max("sequence") from "Change") as "head",
          (select coalesce("revisionId", "importBatchId")::text from "Change" where "sequence" = ${newest.sequence}) as "entry"`,
      );
      const head = row?.head ?? 0;
      if (row?.entry != null && row.entry !== newest.entry)
        return this.#set("it is not a replica of this database: it has other changes under the same numbers");
      this.#reached = head;
      this.#freshAt = states.findLast(({ sequence }) => sequence <= head)?.at ?? 0;
      const behind = newest.at - this.#freshAt;
      this.#set(behind <= lag ? undefined : `it is ${this.#freshAt === 0 ? "far" : `${behind} ms`} behind`);
    } catch (error) {
      this.failed(error);
    } finally {
      clearTimeout(late);
      this.#isLooking = false;
    }
  }

  /** Waits until it has a change, for some milliseconds at most. Resolves with whether it has. */
  async has(sequence: number, wait: number): Promise<boolean> {
    if (this.#reached >= sequence) return true;
    const now = performance.now();
    const until = now < this.#impatientUntil ? now : now + wait;
    return new Promise((resolve) => {
      this.#waiting.push({ sequence, until, resolve });
      if (this.#waiting.length === 1) void this.#pursue();
    });
  }

  /** Asks how far it has come for all who wait, until none does. */
  async #pursue(): Promise<void> {
    while (this.#waiting.length > 0) {
      try {
        const [row] = await this.reads.query<{ head: number | null }>(
          sql`select max("sequence") as "head" from "Change"`,
        );
        this.#reached = Math.max(this.#reached, row?.head ?? 0);
      } catch (error) {
        this.failed(error);
      }
      const now = performance.now();
      const all = this.#waiting;
      this.#waiting = [];
      for (const waiting of all) {
        if (this.#reached >= waiting.sequence) waiting.resolve(true);
        else if (this.#problem === undefined && now < waiting.until) this.#waiting.push(waiting);
        else {
          this.#impatientUntil = now + impatience;
          waiting.resolve(false);
        }
      }
      if (this.#waiting.length > 0) await after(pause);
    }
  }

  #set(problem: string | undefined): void {
    const wasUsed = this.#problem === undefined;
    if (problem !== undefined && (wasUsed || !this.#wasLooked))
      this.#log.warn({ replica: this.name, reason: problem }, "a replica cannot be used; reads go elsewhere");
    if (problem === undefined && !wasUsed && this.#wasLooked)
      this.#log.info({ replica: this.name }, "the replica is used again");
    this.#wasLooked = true;
    this.#problem = problem;
  }
}
