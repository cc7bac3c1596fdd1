import pg from "pg";
import { DatabaseUnavailable, DiskFull, LockTimeout, QueryTimeout, reasonOf } from "../errors.js";
import { noTimeLimit } from "../limits.js";

/** Milliseconds after which a client stops waiting for the server. */
export interface ClientLimits {
  /** For a query: a little longer than the server's own `statement_timeout`, which gives the better error. 0: no limit. */
  readonly query: number;
  /** For `COMMIT`, to which no time limit of the server applies. */
  readonly commit: number;
}

export interface BoundedClientConfig extends pg.ClientConfig {
  readonly limits?: ClientLimits;
  /** Called with each error that says that the server cannot be used. */
  readonly onLost?: (error: DatabaseUnavailable) => void;
  /** Called when the server has answered a query. */
  readonly onAnswer?: () => void;
}

/** Milliseconds for the server to close the connection when asked to. */
const goodbye = 1_000;
const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** What pg knows of its connection and has no public way to ask; pg-pool reads `_queryable`, too. */
interface Inside {
  readonly _queryable: boolean;
  readonly _ending: boolean;
  readonly _ended: boolean;
  readonly connection: { readonly stream: { destroy(): void } };
}

/**
 * A connection that never waits for ever. A firewall may forget a connection without telling either side; then neither an
 * answer nor a reset ever comes. A query without an answer in time destroys the connection, so that no pool lends it again.
 *
 * Its errors are those of `db/errors.ts` where the cause is known. (pg's own `query_timeout` rejects the query and leaves
 * the connection as it is, and Prisma then returns it to the pool.)
 */
export class BoundedClient extends pg.Client {
  readonly #config: BoundedClientConfig;
  #unlimited = false;
  #gaveUpAfter: number | undefined;

  /** When the server was last heard of, on the clock of `performance.now()`. */
  heardAt = performance.now();

  constructor(config: BoundedClientConfig) {
    super({ ...keepAlive, ...config });
    this.#config = config;
    // A connection that breaks fails the query under way; unheard, the event would end the process as well.
    this.on("error", () => undefined);
    this.on("connect", () => this.#heard());
  }

  // biome-ignore lint/suspicious/noExplicitAny: it has all the overloads of pg's own, and passes them on
  override query(...queryArguments: any[]): any {
    const query = super.query as (...args: unknown[]) => unknown;
    const config: string | { readonly text?: string; readonly submit?: unknown } = queryArguments[0];
    // A stream of COPY, whose rows the caller supplies for as long as that takes.
    if (typeof config === "object" && "submit" in config) return query.apply(this, queryArguments);

    const settle = this.#watch(typeof config === "string" ? config : (config.text ?? ""));
    const callback: unknown = queryArguments.at(-1);
    if (typeof callback === "function") {
      const settled = (error: unknown, result: unknown) => callback(settle(error), result);
      return query.apply(this, [...queryArguments.slice(0, -1), settled]);
    }
    const result = query.apply(this, queryArguments) as Promise<unknown>; // as pg's own does without a callback
    return result.then(
      (answer) => {
        settle();
        return answer;
      },
      (error) => {
        throw settle(error);
      },
    );
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  /** Closes the connection; where the server does not answer, without its goodbye. */
  override end(callback?: (error: Error) => void): Promise<void> | undefined {
    const late = setTimeout(() => this.destroy(), goodbye).unref();
    this.once("end", () => clearTimeout(late));
    if (!callback) return super.end();
    super.end(callback);
    return undefined;
  }

  /** Cuts the connection, which fails the query under way. */
  destroy(): void {
    this.#inside.connection.stream.destroy();
  }

  get #inside(): Inside {
    return this as unknown as Inside;
  }

  /** Starts the clock of a query; returns what stops it and makes its error one that the callers know. */
  #watch(text: string): (error?: unknown) => unknown {
    const limit = this.#limitOf(text);
    const timer =
      limit > 0 &&
      setTimeout(() => {
        this.#gaveUpAfter = limit;
        this.destroy();
      }, limit);
    return (error) => {
      if (timer) clearTimeout(timer);
      if (error === undefined || error === null) return void this.#heard();
      const translated = this.#translated(error);
      if (translated instanceof DatabaseUnavailable) this.#config.onLost?.(translated);
      else this.#heard();
      return translated;
    };
  }

  #limitOf(text: string): number {
    const { query, commit } = this.#config.limits ?? { query: 0, commit: 0 };
    const [, end] = /^\s*(commit|rollback)\s*;?\s*$/i.exec(text) ?? [];
    if (end) this.#unlimited = false;
    else if (text === noTimeLimit.text) this.#unlimited = true;
    if (end?.toLowerCase() === "commit") return commit;
    return this.#unlimited ? 0 : query;
  }

  #heard(): void {
    this.heardAt = performance.now();
    this.#config.onAnswer?.();
  }

  #translated(error: unknown): unknown {
    if (this.#gaveUpAfter !== undefined) {
      return new DatabaseUnavailable(`The database did not answer within ${this.#gaveUpAfter} ms`, { cause: error });
    }
    const { _queryable, _ending, _ended } = this.#inside;
    const isUsable = _queryable && !_ending && !_ended;
    return knownError(error, isUsable);
  }
}

/** The server ends the session (57P…, 08…, 25P03), has no room (53…), or takes no writes, as a replica does (25006). */
const away = /^(57P|08|53|25P03|25006)/;

/**
 * The error of `db/errors.ts` for one of pg's, where there is one.
 *
 * @param isUsable whether the connection can still be used
 */
function knownError(error: unknown, isUsable: boolean): unknown {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  if (code === "57014") return new QueryTimeout("The database cancelled a query that took too long", { cause: error });
  if (code === "55P03") return new LockTimeout("A lock could not be acquired in time", { cause: error });
  if (code === "53100") return new DiskFull(`The database's disk is full: ${reasonOf(error)}`, { cause: error });
  if (code !== undefined ? !away.test(code) : isUsable) return error;
  return new DatabaseUnavailable(`The database cannot be used: ${reasonOf(error)}`, { cause: error });
}
