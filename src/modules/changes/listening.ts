import type { Database } from "../../db/database.js";

/** What is read for all who wait, once for all of them. */
interface Reading {
  /** Reads where things stand, when the first one comes. */
  begin(): Promise<void>;
  /** Reads on after a signal, one at a time; wakes those who wait where there is something new. */
  readOn(): Promise<void>;
}

/**
 * Hears of the feed for all in this process who follow something of it: while anybody does, by one listener, and what a
 * signal tells of is read once.
 */
export class Listening {
  readonly #database: Database;
  readonly #reading: Reading;
  #waiting = new Set<() => void>();
  #joined = 0;
  #heard: Promise<() => Promise<void>> | undefined;
  /** The reading under way, and whether there was a signal since it began. */
  #underWay: Promise<void> | undefined;
  #signalled = false;
  #failure: unknown;

  constructor(database: Database, reading: Reading) {
    this.#database = database;
    this.#reading = reading;
  }

  /** Call `leave` in the end, also where this fails. */
  async join(): Promise<void> {
    this.#joined += 1;
    this.#heard ??= this.#start();
    await this.#heard;
  }

  async leave(): Promise<void> {
    this.#joined -= 1;
    if (this.#joined > 0) return;
    const heard = this.#heard;
    this.#heard = undefined;
    await (await heard)?.();
  }

  /** @throws why nothing more can be heard: whoever follows is told, and comes back with a cursor */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Waits until somebody is woken; perhaps for nothing, so look again. */
  wait(): Promise<void> {
    return new Promise((resume) => this.#waiting.add(resume));
  }

  /** Wakes everybody who waits, to look again. */
  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const resume of waiting) resume();
  }

  async #start(): Promise<() => Promise<void>> {
    this.#failure = undefined;
    let begun = false;
    const end = await this.#database.changes.listen(() => {
      this.#signalled = true;
      if (begun) this.#catchUp();
    });
    await this.#reading.begin();
    begun = true;
    this.#catchUp();
    return end;
  }

  #catchUp(): void {
    this.#underWay ??= this.#readOn().finally(() => {
      this.#underWay = undefined;
    });
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#signalled) {
        this.#signalled = false;
        await this.#reading.readOn();
      }
    } catch (error) {
      // Once all who follow are gone, the next one begins anew.
      this.#failure = error;
      this.wake();
    }
  }
}
