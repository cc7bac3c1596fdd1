import { Overloaded } from "../errors.js";
import { ExpectedTimes } from "./expected-times.js";

/** How many pieces of work run at once, and how long they may wait. */
export interface QueueLimits {
  /** Pieces of work of all clients that run at once. */
  readonly slots: number;
  /** Of these, pieces of one client. */
  readonly clientSlots: number;
  /** Pieces of work expected to be long, of all clients, that run at once. */
  readonly longSlots: number;
  /** Of these, pieces of one client. */
  readonly clientLongSlots: number;
  /** Milliseconds from which a piece of work is long. What has not been measured yet is expected to be this long. */
  readonly longFrom: number;
  /** Pieces of work of one client that may wait. */
  readonly clientWaiting: number;
  /**
   * Whether the event loop goes round between one piece of work and the next, for work that blocks it: otherwise whoever comes
   * meanwhile is not even in the queue when the next turn is given.
   */
  readonly yields: boolean;
}

/** Connections that no request's reads use: for writes, the feed, alerts, readiness and cancelling. */
const reserved = 4;

/**
 * How requests share a pool of connections. Two of their connections take no long queries, so that a short one need not wait
 * for any; and no client has all of those for short ones.
 *
 * @param clientLongSlots long queries of one client that run at once
 */
export function sharing(connections: number, clientLongSlots: number): QueueLimits {
  const slots = Math.max(1, connections - reserved);
  const others = Math.max(1, slots - 2);
  return {
    slots,
    clientSlots: others,
    longSlots: others,
    clientLongSlots,
    longFrom: 50,
    clientWaiting: 200,
    yields: false,
  };
}

/** For work that this process does itself, such as a query on the embedded database. */
export const oneAtATime: QueueLimits = {
  slots: 1,
  clientSlots: 1,
  longSlots: 1,
  clientLongSlots: 1,
  longFrom: 50,
  clientWaiting: 200,
  yields: true,
};

export interface Work {
  /** Whose turn it takes: what shares a name shares a turn. */
  readonly client: string;
  /** What tells how long it takes: work of one kind took about as long before. */
  readonly kind: string;
  /** Milliseconds that it may wait for its turn; Infinity for as long as it takes. */
  readonly patience: number;
  /** Takes it out of the queue while it waits. What runs has to end by itself. */
  readonly signal?: AbortSignal;
}

interface Client {
  /** The virtual time at which its next piece of work starts. */
  next: number;
  running: number;
  runningLong: number;
  readonly waiting: Waiting[];
}

interface Waiting {
  readonly expected: number;
  readonly isLong: boolean;
  start(): void;
}

/** Idle clients are forgotten beyond this number. */
const mostClients = 1_000;

/**
 * Shares time between clients by start-time fair queueing (Goyal, Vin, Cheng 1996): each client's work starts at a virtual
 * time that grows with the time its earlier work took, and the earliest start runs next. A client that has used little
 * therefore goes first, whatever others have waiting.
 *
 * Nothing that runs is interrupted, so a turn also needs something left to run it: some slots are kept free of long work,
 * and no client can take all of either kind. How long work takes is what work of its kind took before.
 */
export class FairQueue {
  readonly #clients = new Map<string, Client>();
  readonly #times = new ExpectedTimes();
  /** The virtual start of the work that started last. */
  #now = 0;
  #running = 0;
  #runningLong = 0;
  #yielding = false;
  #refused = 0;

  constructor(readonly limits: QueueLimits) {}

  /** Pieces of work that wait for their turns now, and those that were refused since the start. */
  get state(): { readonly waiting: number; readonly refused: number } {
    let waiting = 0;
    for (const client of this.#clients.values()) waiting += client.waiting.length;
    return { waiting, refused: this.#refused };
  }

  /** Runs a piece of work when its turn comes. Throws what `take` throws. */
  async run<Result>(work: Work, run: () => Promise<Result> | Result): Promise<Result> {
    const end = await this.take(work);
    try {
      return await run();
    } finally {
      end();
    }
  }

  /**
   * Waits for the turn of a piece of work.
   *
   * @returns what ends the turn; to call it again is harmless
   * @throws Overloaded when the turn did not come in time, or too much of the client's work waits already
   * @throws the reason of the signal, when it is aborted
   */
  async take({ client: name, kind, patience, signal }: Work): Promise<() => void> {
    signal?.throwIfAborted();
    const expected = this.#times.of(kind) ?? this.limits.longFrom;
    const client = this.#clientOf(name);
    const isLong = expected >= this.limits.longFrom;
    if (this.#yielding || client.waiting.length > 0 || !this.#hasRoom(client, isLong)) {
      await this.#turn(client, { expected, isLong }, patience, signal);
    } else {
      this.#start(client, expected, isLong);
    }
    const began = performance.now();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const took = performance.now() - began;
      this.#times.note(kind, took);
      client.next += took - expected;
      client.running -= 1;
      this.#running -= 1;
      if (isLong) {
        client.runningLong -= 1;
        this.#runningLong -= 1;
      }
      this.#goOn();
    };
  }

  #goOn(): void {
    if (!this.limits.yields) {
      this.#startNext();
      return;
    }
    this.#yielding = true;
    setImmediate(() => {
      this.#yielding = false;
      this.#startNext();
    });
  }

  #turn(
    client: Client,
    { expected, isLong }: Pick<Waiting, "expected" | "isLong">,
    patience: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    // What waits as long as it takes has a bound elsewhere: there are so many subscriptions at most.
    const tooMany = Number.isFinite(patience) && client.waiting.length >= this.limits.clientWaiting;
    if (tooMany || patience <= 0) return Promise.reject(this.#refusal());
    return new Promise((resolve, reject) => {
      const leave = (reason: unknown): void => {
        client.waiting.splice(client.waiting.indexOf(waiting), 1);
        done();
        reject(reason);
      };
      const abort = (): void => leave(signal?.reason);
      const late = Number.isFinite(patience) ? setTimeout(() => leave(this.#refusal()), patience) : undefined;
      const done = (): void => {
        clearTimeout(late);
        signal?.removeEventListener("abort", abort);
      };
      const waiting: Waiting = {
        expected,
        isLong,
        start() {
          done();
          resolve();
        },
      };
      signal?.addEventListener("abort", abort, { once: true });
      client.waiting.push(waiting);
    });
  }

  #refusal(): Overloaded {
    this.#refused += 1;
    return new Overloaded();
  }

  /** Starts what waits, the earliest virtual start first, while there is room. */
  #startNext(): void {
    for (;;) {
      const best = this.#earliest();
      if (!best) break;
      const [client, index] = best;
      const [waiting] = client.waiting.splice(index, 1);
      if (!waiting) break;
      this.#start(client, waiting.expected, waiting.isLong);
      waiting.start();
    }
    if (this.#clients.size > mostClients) this.#forgetIdle();
  }

  #earliest(): [client: Client, index: number] | undefined {
    let best: [Client, number] | undefined;
    for (const client of this.#clients.values()) {
      if (client.waiting.length === 0 || (best && client.next >= best[0].next)) continue;
      const index = client.waiting.findIndex(({ isLong }) => this.#hasRoom(client, isLong));
      if (index !== -1) best = [client, index];
    }
    return best;
  }

  #hasRoom({ running, runningLong }: Client, isLong: boolean): boolean {
    const { slots, clientSlots, longSlots, clientLongSlots } = this.limits;
    if (this.#running >= slots || running >= clientSlots) return false;
    return !isLong || (this.#runningLong < longSlots && runningLong < clientLongSlots);
  }

  #start(client: Client, expected: number, isLong: boolean): void {
    this.#now = Math.max(this.#now, client.next);
    client.next = this.#now + expected;
    client.running += 1;
    this.#running += 1;
    if (!isLong) return;
    client.runningLong += 1;
    this.#runningLong += 1;
  }

  #clientOf(name: string): Client {
    const existing = this.#clients.get(name);
    if (existing) {
      // Time in which it asked for nothing gives it no claim to more later.
      existing.next = Math.max(existing.next, this.#now);
      return existing;
    }
    const client = { next: this.#now, running: 0, runningLong: 0, waiting: [] };
    this.#clients.set(name, client);
    return client;
  }

  #forgetIdle(): void {
    for (const [name, { running, waiting, next }] of this.#clients)
      if (running === 0 && waiting.length === 0 && next <= this.#now) this.#clients.delete(name);
  }
}
