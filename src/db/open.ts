import type { Logger } from "pino";
import type { Database, ReplicaOptions } from "./database.js";
import { type DatabaseLimits, defaultDatabaseLimits } from "./limits.js";
import { traced } from "./observed.js";

export interface DatabaseOptions {
  /** `postgres://…` of a server; the embedded database of `dataDir` is opened when this is unset. */
  url?: string;
  /** Made if absent. Only one process can use it at a time. */
  dataDir: string;
  log: Logger;
  /** The Redis by which processes notify each other of changes; by the database itself when unset. */
  redisUrl?: string;
  /** Ten seconds each by default. */
  limits?: Partial<DatabaseLimits>;
  /** Connections to a server; 10 by default. Four of them are kept for writes, the feed, alerts and readiness. */
  connections?: number;
  /** Long queries of one client that a server runs at once; 2 by default. */
  clientConnections?: number;
  /** Replicas of the server, which answer reads. */
  replicas?: ReplicaOptions;
}

/**
 * Connects to the server, or takes the data folder and starts the embedded database. Does not migrate.
 *
 * @throws DatabaseUnavailable when the server cannot be reached, refuses, or is older than Postgres 14
 * @throws DataFolderInUse when another process uses the data folder
 */
export async function openDatabase({
  url,
  dataDir,
  log,
  redisUrl,
  limits,
  connections = 10,
  clientConnections = 2,
  replicas,
}: DatabaseOptions): Promise<Database> {
  // Imported when needed: each brings a driver, and a process uses one.
  if (url === undefined) {
    const { openEmbedded } = await import("./embedded/embedded.js");
    return traced(await openEmbedded(dataDir, log));
  }
  const { openPostgres } = await import("./postgres/postgres.js");
  const allLimits = { ...defaultDatabaseLimits, ...limits };
  const sharing = { connections, clientConnections, replicas };
  return traced(await openPostgres({ url, log, redisUrl, limits: allLimits, ...sharing }));
}
