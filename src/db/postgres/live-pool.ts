import pg from "pg";
import type { Logger } from "pino";
import { DatabaseUnavailable, reasonOf } from "../errors.js";
import { BoundedClient, type BoundedClientConfig, type ClientLimits } from "./bounded-client.js";
import { Outage } from "./outage.js";

export interface LivePoolConfig extends pg.PoolConfig {
  readonly limits: ClientLimits;
}

type Connected = Parameters<InstanceType<typeof pg.Pool>["connect"]>[0];

/**
 * A pool of connections that never wait for ever (see BoundedClient). Whatever keeps it from lending one is a
 * DatabaseUnavailable. Once a connection was found dead, those that were last heard of before are not lent any more.
 */
export class LivePool extends pg.Pool {
  readonly #outage: Outage;
  readonly #clients = new Set<BoundedClient>();
  #suspectBefore = Number.NEGATIVE_INFINITY;

  /** @param outage logs that the server cannot be reached; by default with the words for a database that requests need */
  constructor(config: LivePoolConfig, log: Logger, outage = new Outage(log)) {
    const watched: BoundedClientConfig & pg.PoolConfig = {
      ...config,
      Client: BoundedClient as unknown as pg.PoolConfig["Client"], // the pool gives it this whole configuration
      onAnswer: () => outage.ended(),
      onLost: (error) => {
        // Where the server itself said why, the other connections are what they were.
        if (!(error.cause instanceof pg.DatabaseError)) this.#suspectBefore = performance.now();
        outage.noted(error);
      },
    };
    super(watched);
    this.#outage = outage;
    this.on("connect", (client) => this.#clients.add(asBounded(client)));
    this.on("remove", (client) => this.#clients.delete(asBounded(client)));
    this.on("error", (error) => outage.noted(error)); // an idle connection broke
  }

  /** Whether the server could not be used the last time that it was needed. */
  get isAway(): boolean {
    return this.#outage.isUnderWay;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (!callback) return this.#connect();
    this.#connect().then(
      (client) => callback(undefined, client, client.release),
      (error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  /** Closes the pool. Queries under way get some milliseconds to finish; then their connections are cut. */
  async endWithin(milliseconds: number): Promise<void> {
    const cut = setTimeout(() => {
      for (const client of this.#clients) client.destroy();
    }, milliseconds);
    try {
      await this.end();
    } finally {
      clearTimeout(cut);
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    for (;;) {
      const client = await super.connect().catch((error: unknown) => {
        throw this.#unavailable(error);
      });
      if (asBounded(client).heardAt >= this.#suspectBefore) return client;
      client.release(true);
    }
  }

  #unavailable(error: unknown): DatabaseUnavailable {
    const unavailable =
      error instanceof DatabaseUnavailable
        ? error
        : new DatabaseUnavailable(`No connection to the database is available: ${reasonOf(error)}`, { cause: error });
    if (!this.ending) this.#outage.noted(unavailable);
    return unavailable;
  }
}

/** This pool makes no others. */
const asBounded = (client: pg.PoolClient): BoundedClient => client as unknown as BoundedClient;
