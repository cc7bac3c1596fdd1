import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Logger } from "pino";
import type { Database, ReplicaOptions } from "../db/database.js";
import type { DatabaseLimits } from "../db/limits.js";
import { migrate } from "../db/migrations/migrate.js";
import { openDatabase } from "../db/open.js";
import type { Env } from "../env.js";
import type { Terminal } from "./terminal/terminal.js";

/**
 * Opens the database of the environment and applies migrations.
 *
 * @param replicas for servers; other commands read from the primary
 */
export async function openMigrated(
  env: Env,
  terminal: Terminal,
  log: Logger,
  { limits = env.databaseLimits, replicas }: { limits?: DatabaseLimits; replicas?: ReplicaOptions } = {},
): Promise<Database> {
  if (env.databaseUrl === undefined && !existsSync(env.dataDir)) {
    terminal.err(`Making a database in ${resolve(env.dataDir)}: this takes some seconds, once …`);
  }
  const { databaseUrl: url, dataDir, redisUrl, connections, clientConnections } = env;
  const database = await openDatabase({
    url,
    dataDir,
    redisUrl,
    limits,
    connections,
    clientConnections,
    replicas,
    log,
  });
  try {
    await migrate(database, log);
  } catch (error) {
    await database.close().catch(() => undefined); // the first error is the one to tell
    throw error;
  }
  return database;
}

/** Opens the database for one of several workers: the process that starts them has migrated it. */
export function openForWorker(env: Env, log: Logger): Promise<Database> {
  const { databaseUrl: url, dataDir, redisUrl, databaseLimits: limits, connections, clientConnections, replicas } = env;
  return openDatabase({ url, dataDir, redisUrl, limits, connections, clientConnections, replicas, log });
}

/** Runs some work on the database, and closes the database at the end in any case. */
export async function withDatabase<Result>(
  env: Env,
  terminal: Terminal,
  log: Logger,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  // A command that records a whole file has much to commit.
  const database = await openMigrated(env, terminal, log, { limits: { ...env.databaseLimits, commit: 0 } });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The place of the data, for people; never with a password. */
export function whereData(env: Env): string {
  if (env.databaseUrl === undefined) return `the embedded database in ${resolve(env.dataDir)}`;
  const { host, pathname, searchParams } = new URL(env.databaseUrl);
  return `the database ${pathname.slice(1)} on ${host || searchParams.get("host") || "this machine"}`;
}
