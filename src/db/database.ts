import type { FairQueue } from "./admission/fair-queue.js";
import type { ChangeSignal } from "./change-signal.js";
import type { CopySource, CopyTarget } from "./copying.js";
import type { Answering } from "./embedded/folder-socket.js";
import type { PrismaClient } from "./generated/client.js";
import type { DatabaseLimits } from "./limits.js";
import type { MigrationWork } from "./migrations/migration-adapters.js";
import type { Sql } from "./sql.js";
import type { BulkSession } from "./writing/bulk-session.js";

/** An open database: a Postgres server's, or the embedded Postgres of a data folder. Both return the same. */
export interface Database {
  readonly kind: "postgres" | "embedded";

  readonly limits: DatabaseLimits;

  /** Whether the last use of the server failed. */
  isAway?(): boolean;

  /** The connections to a server; undefined on the embedded database. */
  pool?(): { readonly size: number; readonly idle: number; readonly waiting: number };

  /** Shares its time among the clients that read it: see requestDatabase. */
  readonly turns: FairQueue;

  /** Set for the database of one request: see requestDatabase. */
  readonly request?: {
    /** The primary, never a replica: for work outside a request, such as the feed. */
    readonly behind: Database;
    /** The database that the request reads: `behind`, or one of its replicas. */
    readonly source: Database;
    /** The same with a new budget, for example for one event of a subscription. */
    renewed(): Database;
    /** Milliseconds of database time that the request has used so far. */
    spent(): number;
    /** Milliseconds that its queries have waited for their turns so far. */
    waited(): number;
  };

  /**
   * Runs one query outside any transaction. A `date` comes back as "YYYY-MM-DD", a timestamp as Date, whole and
   * decimal numbers as number, a list as array, an enum as its label.
   *
   * @param signal cancels the query; the embedded database cannot cancel one that runs
   * @throws QueryTimeout when the database cancels it (never on the embedded one)
   * @throws DatabaseUnavailable when the server cannot be reached, or does not answer in time
   * @throws the reason of the signal, once it is aborted
   */
  query<Row>(sqlQuery: Sql, signal?: AbortSignal): Promise<Row[]>;

  /**
   * The same database, but `query` reads the record as it was at a moment. Other methods are unchanged. Each query runs in
   * its own transaction, and is not prepared.
   *
   * @param moment RFC 3339 in UTC, with microseconds, or with milliseconds for the end of that millisecond; a future moment is now
   * @throws BeforeHistory from `query`, for a moment before the history begins
   */
  asKnownAt(moment: string): Database;

  /**
   * Lends a snapshot of the database to read. Queries run one after another. The embedded database does nothing else until
   * the work is done, so the work must use only the snapshot.
   *
   * @param signal cancels the query that runs, as for `query`
   */
  inSnapshot<Result>(work: (snapshot: Database) => Promise<Result>, signal?: AbortSignal): Promise<Result>;

  /** The typed client, for writes. */
  readonly prisma: PrismaClient;

  /** Lends the schema engine a connection without a time limit, to one process at a time. For `migrate`. */
  withMigrationAdapter<Result>(work: MigrationWork<Result>): Promise<Result>;

  /** Lends a separate connection without a time limit, for work on very many rows. */
  withBulkSession<Result>(work: (session: BulkSession) => Promise<Result>): Promise<Result>;

  /** The replicas of this server, which answer reads; undefined without replicas. */
  readonly replicas?: Replicas;

  /** Set if a replica answers reads: see Replicas. */
  readonly replica?: ReplicaReads;
  /** Lends one snapshot to copy tables out of, with no time limit. The embedded database does nothing else meanwhile. */
  copyingOut<Result>(work: (source: CopySource) => Promise<Result>): Promise<Result>;

  /** Lends one transaction to fill tables, with no time limit: all that the work does, or nothing. */
  copyingIn<Result>(work: (target: CopyTarget) => Promise<Result>): Promise<Result>;

  /** Signals changes of the feed. */
  readonly changes: ChangeSignal;

  /** Notifies other processes of a change, if the database itself does not. */
  announceChanges(): Promise<void>;

  /**
   * On the embedded database in a data folder: answers requests by `askHolder` of other processes of the same user, which
   * cannot open it themselves.
   */
  answerOthers?(answering: Answering): Promise<void>;

  /**
   * Waits some milliseconds for queries in flight, then closes the database and ends all listening. It can be called again.
   */
  close(within?: number): Promise<void>;
}

/** The replicas of a database, which lag some milliseconds or more behind it. */
export interface Replicas {
  /**
   * Chooses the database for a request. A client always gets the same replica, so that the record never goes back in time
   * for it.
   *
   * @param atLeast the number of a change that the request must see; 0 for none
   * @returns the database with reads by a replica; or the primary, if no replica has the change in time
   */
  readingFor(client: string, atLeast: number): Promise<Database>;
  readonly count: number;
  /** The number of usable replicas. */
  readonly usable: number;
}

/** Reads by a replica; after it fails, the primary answers. */
export interface ReplicaReads {
  readonly primary: Database;
  /** All that was committed before this moment is seen; milliseconds since 1970. */
  readonly freshAt: number;
  /** From now on, the primary answers all reads. */
  leave(): void;
}

export interface ReplicaOptions {
  readonly urls: readonly string[];
  /** Milliseconds that a request waits until a replica has the change that it needs. */
  readonly wait: number;
  /** The longest lag of a replica in milliseconds; a replica with a longer lag is not used. */
  readonly lag: number;
}
