import type { Logger } from "pino";
import type { FairQueue } from "./admission/fair-queue.js";
import type { BulkSession } from "./bulk-session.js";
import type { ChangeSignal } from "./change-signal.js";
import type { Answering } from "./folder-socket.js";
import type { PrismaClient } from "./generated/client.js";
import { type DatabaseLimits, defaultDatabaseLimits } from "./limits.js";
import type { MigrationWork } from "./migration-adapters.js";
import type { Sql } from "./sql.js";

/** An open database: a Postgres server's, or the embedded Postgres of a data folder. Both answer alike. */
export interface Database {
  readonly kind: "postgres" | "embedded";

  readonly limits: DatabaseLimits;

  /** Whether a server could not be used the last time that it was needed. */
  isAway?(): boolean;

  /** Shares its time between the clients whose requests read it: see requestDatabase. */
  readonly turns: FairQueue;

  /** Set where it is one request's: see requestDatabase. */
  readonly request?: {
    /** The database itself, for work that is not one request's, such as the feed. */
    readonly behind: Database;
    /** The same with a new budget: for one event of a subscription, say. */
    renewed(): Database;
    /** Milliseconds of database time that the request has used so far. */
    spent(): number;
  };

  /**
   * Runs one statement outside any transaction. A `date` comes back as "YYYY-MM-DD", a timestamp as Date, whole and
   * decimal numbers as number, a list as array, an enum as its label.
   *
   * @param signal cancels the statement; the embedded database cannot cancel one that runs
   * @throws StatementTimeout when the database cancels it (never on the embedded one)
   * @throws DatabaseUnavailable when the server cannot be reached, or does not answer in time
   * @throws the reason of the signal, once it is aborted
   */
  query<Row>(statement: Sql, signal?: AbortSignal): Promise<Row[]>;

  /**
   * The same database, whose `query` sees the record as it stood at a moment: nothing that was written later. What goes
   * another way than by `query` is as ever. The statement runs in a transaction of its own, and is not prepared.
   *
   * @param moment RFC 3339 in UTC, with microseconds, or with milliseconds for the end of one; what is to come is now
   * @throws BeforeHistory from `query`, where no history was kept yet
   */
  asKnownAt(moment: string): Database;

  /**
   * Lends the database as it stands at one moment, to read: whatever is committed meanwhile is not seen. Statements run one
   * after another. The embedded database does nothing else until the work is done, so it must ask nothing but what it is lent.
   *
   * @param signal cancels the statement that runs, as for `query`
   */
  inSnapshot<Result>(work: (snapshot: Database) => Promise<Result>, signal?: AbortSignal): Promise<Result>;

  /** The typed client, for writes. */
  readonly prisma: PrismaClient;

  /** Lends the schema engine a connection with no time limit, to one process at a time. For `migrate`. */
  withMigrationAdapter<Result>(work: MigrationWork<Result>): Promise<Result>;

  /** Lends a connection of its own, with no time limit, for work on very many rows. */
  withBulkSession<Result>(work: (session: BulkSession) => Promise<Result>): Promise<Result>;

  /** Tells when the feed of changes went on. */
  readonly changes: ChangeSignal;

  /** Tells other processes that a transaction has appended to the feed, where the database itself does not. */
  announceChanges(): Promise<void>;

  /**
   * On the embedded database in a data folder: answers other processes of the same user, which cannot open it meanwhile
   * and ask by `askHolder`. A server they can ask themselves.
   */
  answerOthers?(answering: Answering): Promise<void>;

  /**
   * Waits for queries under way, for some milliseconds at most, then closes for good: nobody hears of changes any more.
   * Closing again is harmless.
   */
  close(within?: number): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://…` of a server; the embedded database of `dataDir` is opened when this is unset. */
  url?: string;
  /** Made if absent. Only one process can use it at a time. */
  dataDir: string;
  log: Logger;
  /** Where processes tell each other of changes; by the database itself when unset. */
  redisUrl?: string;
  /** Ten seconds each by default. */
  limits?: Partial<DatabaseLimits>;
  /** Connections to a server; 10 by default. Four of them are kept for writes, the feed, alerts and readiness. */
  connections?: number;
  /** Long queries of one client that a server runs at once; 2 by default. */
  clientConnections?: number;
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
}: DatabaseOptions): Promise<Database> {
  // Imported when needed: each brings a driver, and a process uses one.
  if (url === undefined) {
    const { openEmbedded } = await import("./embedded.js");
    return openEmbedded(dataDir, log);
  }
  const { openPostgres } = await import("./postgres.js");
  const allLimits = { ...defaultDatabaseLimits, ...limits };
  return openPostgres({ url, log, redisUrl, limits: allLimits, connections, clientConnections });
}
