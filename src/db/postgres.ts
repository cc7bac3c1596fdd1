import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Logger } from "pino";
import { FairQueue, sharing } from "./admission/fair-queue.js";
import { type BulkSession, postgresBulkSession } from "./bulk-session.js";
import { postgresSignal } from "./change-signal.js";
import { columnParser } from "./column-values.js";
import type { Database } from "./database.js";
import { StatementTimeout } from "./errors.js";
import { inclusive, knownAtError } from "./known-at.js";
import { withPostgresMigrationAdapter } from "./migration-adapters.js";
import { parameter } from "./parameters.js";
import { checkServer } from "./postgres-server.js";
import { prismaClient } from "./prisma-client.js";
import { redisSignal } from "./redis-signal.js";
import { beginSnapshot, snapshotOf } from "./snapshot.js";
import type { Sql } from "./sql.js";
import { StatementNames } from "./statement-names.js";

const QUERY_CANCELED = "57014";

const types = { getTypeParser: columnParser } as pg.CustomTypesConfig; // @types/pg lists the oids, and the binary format

interface ServerOptions {
  readonly url: string;
  readonly log: Logger;
  readonly redisUrl?: string;
  /** Milliseconds. */
  readonly statementTimeout: number;
  /** Connections of the pool; see `sharing` for which of them requests may use. */
  readonly connections: number;
  /** Long queries of one client that run at once. */
  readonly clientConnections: number;
}

/** Connects to a Postgres server: one pool for our reads and for Prisma. Throws DatabaseUnavailable. */
export async function openPostgres(options: ServerOptions): Promise<Database> {
  const { url, log, redisUrl, statementTimeout, connections, clientConnections } = options;
  await checkServer(url);
  const pool = new pg.Pool({
    max: connections,
    connectionString: url,
    application_name: "standpoint",
    connectionTimeoutMillis: 10_000,
    onConnect: async (client) => {
      await client.query(sessionSettings(statementTimeout));
    },
  });
  pool.on("error", (error) => log.warn({ err: error }, "an idle connection to the database broke"));
  // A connection in use that breaks fails the statement under way; unheard, the event would end the process as well.
  pool.on("connect", (client) => client.on("error", () => undefined));
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
      broken = isConnectionLost(error);
      signal?.throwIfAborted();
      throw readable(error, statementTimeout);
    } finally {
      await stopCancelling();
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
            throw readable(error, statementTimeout);
          });
      const snapshot = snapshotOf(database, { now: told(prepared), atAnother: told(unprepared) });
      return inTransaction(client, `begin; ${beginSnapshot}`, () => work(snapshot));
    }, signal);

  const withBulkSession = async <Result>(work: (session: BulkSession) => Promise<Result>): Promise<Result> => {
    const client = new pg.Client({ connectionString: url, application_name: "standpoint import" });
    // A connection that breaks fails the statement under way; unheard, the event would end the process as well.
    client.on("error", () => undefined);
    await client.connect();
    try {
      await client.query(sessionSettings(0));
      return await work(postgresBulkSession(client, (statement) => unprepared(client, statement)));
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  const redis = redisUrl === undefined ? undefined : redisSignal(redisUrl, log);
  let closing: Promise<void> | undefined;
  const database: Database = {
    kind: "postgres",
    prisma,
    turns: new FairQueue(sharing(connections, clientConnections)),
    query,
    asKnownAt: (moment) => ({ ...database, query: queryAt(moment) }),
    inSnapshot,
    withMigrationAdapter: (work) => withPostgresMigrationAdapter(url, work),
    withBulkSession,
    changes: redis ?? postgresSignal(url, log),
    announceChanges: async () => redis?.announce(),
    close: () => {
      closing ??= Promise.all([prisma.$disconnect(), redis?.close()]).then(() => pool.end());
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

/** Whether the connection is gone with the statement: no answer of the server at all, or that it ends the session (57P…). */
function isConnectionLost(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.code?.startsWith("57P") === true;
}

function readable(error: unknown, statementTimeout: number): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== QUERY_CANCELED) return knownAtError(error);
  return new StatementTimeout(`The database gave up on a statement that took longer than ${statementTimeout} ms`);
}
