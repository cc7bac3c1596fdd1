import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import type { Logger } from "pino";
import { FairQueue, sharing } from "../admission/fair-queue.js";
import type { Database, ReplicaOptions } from "../database.js";
import type { DatabaseLimits } from "../limits.js";
import { withPostgresMigrationAdapter } from "../migrations/migration-adapters.js";
import { prismaClient } from "../prisma-client.js";
import { beginSnapshot } from "../reading/snapshot.js";
import { postgresBulkSession } from "../writing/bulk-session.js";
import { BoundedClient } from "./bounded-client.js";
import { postgresCopySource, postgresCopyTarget } from "./copying.js";
import { LivePool } from "./live-pool.js";
import type { Outage } from "./outage.js";
import { inTransaction, readsOn, unprepared } from "./reads.js";
import { openReplicas } from "./replicas/replicas.js";
import { checkServer } from "./server.js";
import { SharedListener } from "./shared-listener.js";

interface ServerOptions {
  readonly url: string;
  readonly log: Logger;
  readonly redisUrl?: string;
  readonly limits: DatabaseLimits;
  /** Connections of the pool; see `sharing` for which of them requests may use. */
  readonly connections: number;
  /** Long queries of one client that run at once. */
  readonly clientConnections: number;
  /** Replicas that answer reads. */
  readonly replicas?: ReplicaOptions;
}

/** Milliseconds for which the client waits longer than the server, whose own error says more. */
const allowance = 2_000;

/** Connects to a Postgres server: one pool for our reads and for Prisma. Throws DatabaseUnavailable. */
export async function openPostgres(options: ServerOptions): Promise<Database> {
  const { url, log, redisUrl, limits, connections, clientConnections, replicas: replicaOptions } = options;
  await checkServer(url, limits.connect);
  const connection = {
    connectionString: url,
    connectionTimeoutMillis: limits.connect,
    limits: { query: limits.statement + allowance, commit: limits.commit },
  };
  const poolOf = (connectionString: string, outage?: Outage): LivePool =>
    new LivePool(
      {
        ...connection,
        connectionString,
        max: connections,
        application_name: "standpoint",
        onConnect: async (client) => {
          await client.query(sessionSettings(limits.statement));
        },
      },
      log,
      outage,
    );
  const pool = poolOf(url);
  const prisma = prismaClient(new PrismaPg(pool));
  const { query, queryAt, inSnapshot } = readsOn(pool, log, () => database);

  /** Lends a connection of its own, with no time limit. */
  const withOwnClient = async <Result>(purpose: string, work: (client: pg.ClientBase) => Promise<Result>) => {
    const unlimited = { ...connection, limits: { query: 0, commit: 0 } };
    const client = new BoundedClient({ ...unlimited, application_name: `standpoint ${purpose}` });
    await client.connect();
    try {
      await client.query(sessionSettings(0));
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  // Loaded only where it is used: 650 files, a third of a second.
  const redis = redisUrl === undefined ? undefined : (await import("./redis-signal.js")).redisSignal(redisUrl, log);
  const changes = redis ?? new SharedListener({ ...connection, application_name: "standpoint changes" }, log);
  const replicas =
    replicaOptions &&
    openReplicas({
      ...replicaOptions,
      log,
      primary: () => database,
      poolOf,
      turns: () => new FairQueue(sharing(connections, clientConnections)),
    });
  let closing: Promise<void> | undefined;
  const database: Database = {
    kind: "postgres",
    prisma,
    turns: new FairQueue(sharing(connections, clientConnections)),
    isAway: () => pool.isAway,
    pool: () => ({ size: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    query,
    asKnownAt: (moment) => ({ ...database, query: queryAt(moment) }),
    inSnapshot,
    withMigrationAdapter: (work) => withPostgresMigrationAdapter(url, work),
    withBulkSession: (work) =>
      withOwnClient("import", (client) =>
        work(postgresBulkSession(client, (sqlQuery) => unprepared(client, sqlQuery))),
      ),
    copyingOut: (work) =>
      withOwnClient("backup", (client) =>
        inTransaction(client, `begin; ${beginSnapshot}`, () =>
          work(postgresCopySource(client, (sqlQuery) => unprepared(client, sqlQuery))),
        ),
      ),
    copyingIn: (work) =>
      withOwnClient("restore", (client) =>
        inTransaction(client, "begin", () =>
          work(postgresCopyTarget(client, (sqlQuery) => unprepared(client, sqlQuery))),
        ),
      ),
    limits,
    changes,
    replicas,
    announceChanges: async () => redis?.announce(),
    close: (within = limits.statement) => {
      // Prisma's own end waits for transactions under way, which the end of the pool cuts.
      closing ??= Promise.all([
        changes.close(),
        replicas?.close(within),
        prisma.$disconnect(),
        pool.endWithin(within),
      ]).then(() => undefined);
      return closing;
    },
  };
  return database;
}

/**
 * Both drivers and our parsers rely on ISO dates in UTC. Compiling (`jit`) costs more than it gains on short queries.
 * The record is small enough for memory, where a page out of order costs little more than the next one: by the server's
 * default of four times as much, the planner would read whole tables for want of a few rows.
 */
function sessionSettings(statementTimeout: number): string {
  return `set statement_timeout = ${Math.trunc(statementTimeout)}; set timezone = 'UTC'; set datestyle = 'ISO'; set jit = off; set random_page_cost = 1.1`;
}
