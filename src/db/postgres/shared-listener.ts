import type { Logger } from "pino";
import { type ClosableSignal, changesChannel } from "../change-signal.js";
import { DatabaseUnavailable, reasonOf } from "../errors.js";
import { BoundedClient, type BoundedClientConfig } from "./bounded-client.js";

/** Milliseconds. */
const firstRetry = 250;
const longestRetry = 5_000;
/** Milliseconds between two questions whether the connection still lives, and for the answer. */
const heartbeat = 5_000;

/**
 * A server's LISTEN for all of this process, on a connection of its own while anybody listens. A connection that is lost, or
 * no longer answers, is replaced; then it calls back at once, since something may have been missed.
 */
export class SharedListener implements ClosableSignal {
  readonly #config: BoundedClientConfig;
  readonly #log: Logger;
  readonly #hearers = new Set<() => void>();
  #client: Promise<BoundedClient> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(config: BoundedClientConfig, log: Logger) {
    this.#config = { ...config, limits: { query: heartbeat, commit: heartbeat } };
    this.#log = log;
  }

  /** @throws DatabaseUnavailable when there is no connection yet and none can be opened */
  async listen(hear: () => void): Promise<() => Promise<void>> {
    const hearer = () => hear(); // the same function may listen twice
    this.#hearers.add(hearer);
    try {
      await this.#connected();
    } catch (error) {
      await this.#leave(hearer);
      throw error;
    }
    return () => this.#leave(hearer);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#hearers.clear();
    await this.#end();
  }

  #connected(): Promise<BoundedClient> {
    if (!this.#client) {
      clearTimeout(this.#timer);
      const client = this.#connect();
      this.#client = client;
      client.catch((error: unknown) => {
        if (this.#client === client) this.#lost(error);
      });
    }
    return this.#client;
  }

  async #connect(): Promise<BoundedClient> {
    if (this.#closed) throw new DatabaseUnavailable("The database is closed");
    const client = new BoundedClient(this.#config);
    client.on("notification", () => this.#tell());
    try {
      await client.connect();
      await client.query(`listen ${changesChannel}`);
    } catch (error) {
      client.destroy();
      throw new DatabaseUnavailable(`Cannot listen for changes: ${reasonOf(error)}`, { cause: error });
    }
    client.once("end", async () => {
      if (await this.#isCurrent(client)) this.#lost("the connection was lost");
    });
    this.#beat(client);
    if (this.#failures > 0) this.#tell();
    this.#failures = 0;
    return client;
  }

  /** Asks now and then for an answer: a connection that a firewall forgot is silent, as one is on which nothing happens. */
  #beat(client: BoundedClient): void {
    this.#timer = setTimeout(async () => {
      // Without an answer in time the client ends itself.
      await client.query("select 1").catch(() => client.destroy());
      if (await this.#isCurrent(client)) this.#beat(client);
    }, heartbeat);
  }

  async #isCurrent(client: BoundedClient): Promise<boolean> {
    return (await this.#client?.catch(() => undefined)) === client;
  }

  #lost(error: unknown): void {
    this.#client = undefined;
    clearTimeout(this.#timer);
    if (this.#closed || this.#hearers.size === 0) return;
    const pause = Math.min(longestRetry, firstRetry * 2 ** this.#failures);
    // Each minute or so: the pool reports the outage itself.
    if (this.#failures % 12 === 0)
      this.#log.warn({ reason: reasonOf(error) }, "notifications of changes are not received; trying again");
    this.#failures += 1;
    this.#timer = setTimeout(() => {
      this.#connected().catch(() => undefined); // it is noted there
    }, pause);
  }

  #tell(): void {
    for (const hear of [...this.#hearers]) hear();
  }

  async #leave(hearer: () => void): Promise<void> {
    this.#hearers.delete(hearer);
    if (this.#hearers.size === 0) await this.#end();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await (await client?.catch(() => undefined))?.end();
  }
}
