import { Overloaded } from "../errors.js";
import { ExpectedTimes } from "./expected-times.js";

/** The limits of a queue: the number of pieces of work that run at once, and their waiting times. */
export interface QueueLimits {
  /** Pieces of work of all clients that run at once. */
  readonly slots: number;
  /** Of these, pieces of one client. */
  readonly clientSlots: number;
  /** Pieces of work expected to be long, of all clients, that run at once. */
  readonly longSlots: number;
  /** Of these, pieces of one client. */
  readonly clientLongSlots: number;
  /** The milliseconds from which a piece of work is long. Work that was not measured yet is expected to take this time. */
  readonly longFrom: number;
  /** Pieces of work of one client that may wait. */
  readonly clientWaiting: number;
  /**
   * Whether the event loop runs between two pieces of work, for work that blocks it. Otherwise requests that arrive in the
   * meantime would not be in the queue yet when the next turn is given.
   */
  readonly yields: boolean;
}

/** Connections that no request's reads use: for writes, the feed, alerts, readiness and cancelling. */
const reserved = 4;

/**
 * Shares a pool of connections among requests. Two connections run no long queries, so that a short query need not wait for
 * a long one. No client can use all connections for short queries.
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
  /** The client whose turn it takes: work with the same name shares turns. */
  readonly client: string;
  /** The kind of work, by whose earlier times its time is predicted. */
  readonly kind: string;
  /** Milliseconds that it may wait for its turn; Infinity for no limit. */
  readonly patience: number;
  /** Removes it from the queue while it waits. Running work must end by itself. */
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

/** The most clients in memory; idle ones beyond this number are dropped. */
const mostClients = 1_000;

/**
 * Shares time between clients by start-time fair queueing (Goyal, Vin, Cheng 1996): each client's work starts at a virtual
 * time that grows with the time its earlier work took, and the earliest start runs next. A client that has used little
 * therefore goes first, whatever others have waiting.
 *
 * Running work is never interrupted, so a turn also needs a free slot: some slots run no long work, and no client can take all
 * slots of either kind. The expected time of work is the time of earlier work of its kind.
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
   * @returns a function that ends the turn; it can be called again
   * @throws Overloaded if the turn does not come in time, or too much of the client's work is waiting
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
    // Work that waits without a limit is bounded elsewhere, by the number of subscriptions.
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

  /** Starts waiting work while there are free slots, the earliest virtual start first. */
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
      // Idle time does not count as credit.
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
