import pg from "pg";
import type { Logger } from "pino";
import type { Database } from "../database.js";
import { DatabaseUnavailable } from "../errors.js";
import { columnParser } from "../reading/column-values.js";
import { inclusive, knownAtError } from "../reading/known-at.js";
import { parameter } from "../reading/parameters.js";
import { beginSnapshot, snapshotOf } from "../reading/snapshot.js";
import { StatementNames } from "../reading/statement-names.js";
import type { Sql } from "../sql.js";
import type { LivePool } from "./live-pool.js";

const types = { getTypeParser: columnParser } as pg.CustomTypesConfig; // @types/pg lists the oids, and the binary format

/** How a database reads. */
export interface Reads extends Pick<Database, "query" | "inSnapshot"> {
  /** `query`, as the record was known at a moment. */
  queryAt(moment: string): Database["query"];
}

/**
 * Reads on the connections of a pool.
 *
 * @param database what a snapshot is in all but its reads
 */
export function readsOn(pool: LivePool, log: Logger, database: () => Database): Reads {
  const names = new StatementNames();
  const generations = new WeakMap<pg.PoolClient, number>();

  /** Lends a connection; what the work throws is of a query, or the reason of the signal, which cancels the one that runs. */
  const withClient = async <Result>(
    work: (client: pg.PoolClient) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> => {
    const client = await pool.connect();
    const stopCancelling = cancelOn(signal, client);
    const generation = generations.get(client) ?? names.generation;
    generations.set(client, generation);
    let broken = false;
    try {
      signal?.throwIfAborted(); // a connection that does nothing yet has nothing to cancel
      return await work(client);
    } catch (error) {
      broken = error instanceof DatabaseUnavailable;
      // On a dead connection nothing was cancelled.
      if (!broken) signal?.throwIfAborted();
      throw knownAtError(error);
    } finally {
      const stopped = stopCancelling();
      if (!broken) await stopped; // a connection that is not lent again is not waited for
      client.release(broken || generation < names.generation);
    }
  };

  /**
   * Cancels what runs on a connection once a signal is aborted. Asked of the database by another connection of the pool, which
   * unlike the protocol's cancel request works through TLS and is never taken for another session's.
   *
   * @returns what ends it; the connection may be lent again only then, as a late cancel would hit the next query
   */
  const cancelOn = (signal: AbortSignal | undefined, client: pg.PoolClient): (() => Promise<void>) => {
    let cancelling: Promise<unknown> | undefined;
    const cancel = (): void => {
      cancelling = pool
        .query("select pg_cancel_backend($1)", [processIdOf(client)])
        .catch((error: unknown) => log.warn({ err: error }, "a query could not be cancelled"));
    };
    signal?.addEventListener("abort", cancel, { once: true });
    return async () => {
      signal?.removeEventListener("abort", cancel);
      await cancelling;
    };
  };

  const prepared = async <Row>(client: pg.ClientBase, { text, values }: Sql): Promise<Row[]> => {
    const { rows } = await client.query({ name: names.for(text), text, values: values.map(parameter), types });
    return rows as Row[]; // the caller names the row's type beside its SQL
  };

  const query = <Row>(sqlQuery: Sql, signal?: AbortSignal): Promise<Row[]> =>
    withClient((client) => prepared<Row>(client, sqlQuery), signal);

  const queryAt =
    (moment: string) =>
    <Row>(sqlQuery: Sql, signal?: AbortSignal): Promise<Row[]> =>
      withClient((client) => readAt<Row>(client, moment, sqlQuery, signal), signal);

  const inSnapshot = <Result>(work: (snapshot: Database) => Promise<Result>, signal?: AbortSignal): Promise<Result> =>
    withClient((client) => {
      const withKnownAtErrors =
        (run: typeof prepared) =>
        <Row>(sqlQuery: Sql): Promise<Row[]> =>
          run<Row>(client, sqlQuery).catch((error: unknown) => {
            throw knownAtError(error);
          });
      const snapshot = snapshotOf(database(), {
        now: withKnownAtErrors(prepared),
        atAnother: withKnownAtErrors(unprepared),
      });
      return inTransaction(client, `begin; ${beginSnapshot}`, () => work(snapshot));
    }, signal);

  return { query, queryAt, inSnapshot };
}

/** The process of the server that answers a connection, which @types/pg leaves out. */
const processIdOf = (client: pg.PoolClient): number => (client as pg.PoolClient & { processID: number }).processID;

function readAt<Row>(client: pg.ClientBase, moment: string, sqlQuery: Sql, signal?: AbortSignal): Promise<Row[]> {
  const begin = `begin read only; select standpoint_know_at(${pg.escapeLiteral(inclusive(moment))})`;
  return inTransaction(client, begin, async () => {
    signal?.throwIfAborted();
    return unprepared<Row>(client, sqlQuery);
  });
}

/** A plan is for one search path: where that is another, the next query's is again. */
export async function unprepared<Row>(client: pg.ClientBase, { text, values }: Sql): Promise<Row[]> {
  const { rows } = await client.query({ text, values: values.map(parameter), types });
  return rows as Row[]; // as above
}

export async function inTransaction<Result>(
  client: pg.ClientBase,
  begin: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    await client.query(begin);
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    // Where the connection is lost the database rolls back by itself, and the first error is the one to tell.
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}
