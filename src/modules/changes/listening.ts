import { setTimeout as after } from "node:timers/promises";
import type { Database } from "../../db/database.js";
import { DatabaseUnavailable, Overloaded } from "../../db/errors.js";

/** What is read for all who wait, once for all of them. */
interface Reading {
  /** Reads where things stand, when the first one comes. */
  begin(): Promise<void>;
  /** Reads on after a signal, one at a time; wakes those who wait where there is something new. */
  readOn(): Promise<void>;
}

interface Waiting {
  resume(): void;
  fail(error: unknown): void;
}

/** Milliseconds before something is read again that failed, at first and at most. */
const firstPause = 250;
const longestPause = 5_000;

/**
 * Reads something again, after a pause, for as long as the database cannot be used, or is too busy.
 *
 * @param signal ends the waiting
 * @throws what else fails, and what failed last once the signal is aborted
 */
export async function onceBack<Result>(read: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable || error instanceof Overloaded)) throw error;
      await after(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) throw error;
    }
  }
}

/**
 * Hears of the feed for all in this process who follow something of it: while anybody does, by one listener, and what a
 * signal tells of is read once. It waits for none of them, and after a fault of the database it goes on where it was.
 */
export class Listening {
  readonly #database: Database;
  readonly #reading: Reading;
  #waiting = new Set<Waiting>();
  #joined = 0;
  #heard: Promise<() => Promise<void>> | undefined;
  /** Aborted when nobody follows any more. */
  #left = new AbortController();
  /** The reading under way, and whether there was a signal since it began. */
  #underWay: Promise<void> | undefined;
  #signalled = false;

  constructor(database: Database, reading: Reading) {
    this.#database = database;
    this.#reading = reading;
  }

  /** Whether anybody follows. */
  get isJoined(): boolean {
    return this.#joined > 0;
  }

  /** Call `leave` in the end, unless this fails. */
  async join(): Promise<void> {
    this.#joined += 1;
    const heard = this.#heard ?? this.#start();
    this.#heard = heard;
    try {
      await heard;
    } catch (error) {
      // The next follower tries again, even while others still wait to hear of this failure.
      if (this.#heard === heard) this.#heard = undefined;
      this.#joined -= 1;
      throw error;
    }
    if (this.#signalled) this.#catchUp();
  }

  async leave(): Promise<void> {
    this.#joined -= 1;
    if (this.#joined > 0) return;
    this.#left.abort();
    const heard = this.#heard;
    this.#heard = undefined;
    await (await heard?.catch(() => undefined))?.();
  }

  /**
   * Waits until somebody is woken; perhaps for nothing, so look again.
   *
   * @throws why nothing could be read on, unless that passes by itself: those who follow come back with a cursor
   */
  wait(): Promise<void> {
    return new Promise((resume, fail) => this.#waiting.add({ resume, fail }));
  }

  /** Wakes everybody who waits, to look again. */
  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const { resume } of waiting) resume();
  }

  async #start(): Promise<() => Promise<void>> {
    await this.#underWay; // of those who have left
    this.#left = new AbortController();
    let begun = false;
    const end = await this.#database.changes.listen(() => {
      this.#signalled = true;
      if (begun) this.#catchUp();
    });
    try {
      await this.#reading.begin();
    } catch (error) {
      await end();
      throw error;
    }
    begun = true;
    this.#catchUp();
    return end;
  }

  #catchUp(): void {
    this.#underWay ??= this.#readOn(this.#left.signal).finally(() => {
      this.#underWay = undefined;
    });
  }

  async #readOn(left: AbortSignal): Promise<void> {
    while (this.#signalled && !left.aborted) {
      this.#signalled = false;
      try {
        await onceBack(() => this.#reading.readOn(), left);
      } catch (error) {
        this.#signalled = true; // the next one to join reads it
        this.#fail(error);
        return;
      }
    }
  }

  #fail(error: unknown): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const { fail } of waiting) fail(error);
  }
}

/** Something that is followed: joined before its first event is waited for, and left whatever ends it. */
export interface Followable<T> {
  /** Rejects where it cannot be followed now; then it need not be left. */
  join(): Promise<void>;
  leave(): Promise<void>;
  /** Its events, until the signal aborts, also while it waits. */
  events(signal: AbortSignal): AsyncGenerator<T, void>;
}

/**
 * Joins something and iterates over its events. The iterator ends at once when its consumer returns: a generator's own
 * `return` takes its turn after the `next` that waits, and one that was never begun does not run its `finally`.
 */
export async function endable<T>(source: Followable<T>): Promise<AsyncIterableIterator<T, void>> {
  await source.join();
  const ending = new AbortController();
  const generator = source.events(ending.signal);
  let left: Promise<void> | undefined;
  const leave = () => {
    ending.abort();
    left ??= source.leave();
    return left;
  };
  const iterator: AsyncIterableIterator<T, void> = {
    async next() {
      try {
        const next = await generator.next();
        if (next.done) await leave();
        return next;
      } catch (error) {
        await leave();
        throw error;
      }
    },
    async return() {
      await leave();
      return generator.return();
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
