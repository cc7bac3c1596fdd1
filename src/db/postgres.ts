import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Logger } from "pino";
import { FairQueue, sharing } from "./admission/fair-queue.js";
import { type BulkSession, postgresBulkSession } from "./bulk-session.js";
import { columnParser } from "./column-values.js";
import type { Database } from "./database.js";
import { DatabaseUnavailable } from "./errors.js";
import { inclusive, knownAtError } from "./known-at.js";
import type { DatabaseLimits } from "./limits.js";
import { withPostgresMigrationAdapter } from "./migration-adapters.js";
import { parameter } from "./parameters.js";
import { BoundedClient } from "./postgres/bounded-client.js";
import { LivePool } from "./postgres/live-pool.js";
import { SharedListener } from "./postgres/shared-listener.js";
import { checkServer } from "./postgres-server.js";
import { prismaClient } from "./prisma-client.js";
import { redisSignal } from "./redis-signal.js";
import { beginSnapshot, snapshotOf } from "./snapshot.js";
import type { Sql } from "./sql.js";
import { StatementNames } from "./statement-names.js";

const types = { getTypeParser: columnParser } as pg.CustomTypesConfig; // @types/pg lists the oids, and the binary format

interface ServerOptions {
  readonly url: string;
  readonly log: Logger;
  readonly redisUrl?: string;
  readonly limits: DatabaseLimits;
  /** Connections of the pool; see `sharing` for which of them requests may use. */
  readonly connections: number;
  /** Long queries of one client that run at once. */
  readonly clientConnections: number;
}

/** Milliseconds for which the client waits longer than the server, whose own error says more. */
const allowance = 2_000;

/** Connects to a Postgres server: one pool for our reads and for Prisma. Throws DatabaseUnavailable. */
export async function openPostgres(options: ServerOptions): Promise<Database> {
  const { url, log, redisUrl, limits, connections, clientConnections } = options;
  await checkServer(url, limits.connect);
  const connection = {
    connectionString: url,
    connectionTimeoutMillis: limits.connect,
    limits: { query: limits.statement + allowance, commit: limits.commit },
  };
  const pool = new LivePool(
    {
      ...connection,
      max: connections,
      application_name: "standpoint",
      onConnect: async (client) => {
        await client.query(sessionSettings(limits.statement));
      },
    },
    log,
  );
  const prisma = prismaClient(new PrismaPg(pool));
  const names = new StatementNames();
  const generations = new WeakMap<pg.PoolClient, number>();

  /** Lends a connection; what the work throws is of a statement, or the reason of the signal, which cancels the one that runs. */
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

  const query = <Row>(statement: Sql, signal?: AbortSignal): Promise<Row[]> =>
    withClient((client) => prepared<Row>(client, statement), signal);

  const queryAt =
    (moment: string) =>
    <Row>(statement: Sql, signal?: AbortSignal): Promise<Row[]> =>
      withClient((client) => readAt<Row>(client, moment, statement, signal), signal);

  const inSnapshot = <Result>(work: (snapshot: Database) => Promise<Result>, signal?: AbortSignal): Promise<Result> =>
    withClient((client) => {
      const told =
        (run: typeof prepared) =>
        <Row>(statement: Sql): Promise<Row[]> =>
          run<Row>(client, statement).catch((error: unknown) => {
            throw knownAtError(error);
          });
      const snapshot = snapshotOf(database, { now: told(prepared), atAnother: told(unprepared) });
      return inTransaction(client, `begin; ${beginSnapshot}`, () => work(snapshot));
    }, signal);

  const withBulkSession = async <Result>(work: (session: BulkSession) => Promise<Result>): Promise<Result> => {
    const unlimited = { ...connection, limits: { query: 0, commit: 0 } };
    const client = new BoundedClient({ ...unlimited, application_name: "standpoint import" });
    await client.connect();
    try {
      await client.query(sessionSettings(0));
      return await work(postgresBulkSession(client, (statement) => unprepared(client, statement)));
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  const redis = redisUrl === undefined ? undefined : redisSignal(redisUrl, log);
  const changes = redis ?? new SharedListener({ ...connection, application_name: "standpoint changes" }, log);
  let closing: Promise<void> | undefined;
  const database: Database = {
    kind: "postgres",
    prisma,
    turns: new FairQueue(sharing(connections, clientConnections)),
    isAway: () => pool.isAway,
    query,
    asKnownAt: (moment) => ({ ...database, query: queryAt(moment) }),
    inSnapshot,
    withMigrationAdapter: (work) => withPostgresMigrationAdapter(url, work),
    withBulkSession,
    limits,
    changes,
    announceChanges: async () => redis?.announce(),
    close: (within = limits.statement) => {
      // Prisma's own end waits for transactions under way, which the end of the pool cuts.
      closing ??= Promise.all([changes.close(), prisma.$disconnect(), pool.endWithin(within)]).then(() => undefined);
      return closing;
    },
  };
  return database;
}

/** The process of the server that answers a connection, which @types/pg leaves out. */
const processIdOf = (client: pg.PoolClient): number => (client as pg.PoolClient & { processID: number }).processID;

function readAt<Row>(client: pg.ClientBase, moment: string, statement: Sql, signal?: AbortSignal): Promise<Row[]> {
  const begin = `begin read only; select standpoint_know_at(${pg.escapeLiteral(inclusive(moment))})`;
  return inTransaction(client, begin, async () => {
    signal?.throwIfAborted();
    return unprepared<Row>(client, statement);
  });
}

/** A plan is for one search path: where that is another, the next statement's is again. */
async function unprepared<Row>(client: pg.ClientBase, { text, values }: Sql): Promise<Row[]> {
  const { rows } = await client.query({ text, values: values.map(parameter), types });
  return rows as Row[]; // as above
}

async function inTransaction<Result>(
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

/**
 * Both drivers and our parsers rely on ISO dates in UTC. Compiling (`jit`) costs more than it gains on short statements.
 * The record is small enough for memory, where a page out of order costs little more than the next one: by the server's
 * default of four times as much, the planner would read whole tables for want of a few rows.
 */
function sessionSettings(statementTimeout: number): string {
  return `set statement_timeout = ${Math.trunc(statementTimeout)}; set timezone = 'UTC'; set datestyle = 'ISO'; set jit = off; set random_page_cost = 1.1`;
}
