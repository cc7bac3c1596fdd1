import type { FairQueue } from "./admission/fair-queue.js";
import type { ChangeSignal } from "./change-signal.js";
import type { CopySource, CopyTarget } from "./copying.js";
import type { Answering } from "./embedded/folder-socket.js";
import type { PrismaClient } from "./generated/client.js";
import type { DatabaseLimits } from "./limits.js";
import type { MigrationWork } from "./migrations/migration-adapters.js";
import type { Sql } from "./sql.js";
import type { BulkSession } from "./writing/bulk-session.js";

/** An open database: a Postgres server's, or the embedded Postgres of a data folder. Both answer alike. */
export interface Database {
  readonly kind: "postgres" | "embedded";

  readonly limits: DatabaseLimits;

  /** Whether a server could not be used the last time that it was needed. */
  isAway?(): boolean;

  /** The connections to a server; none on the embedded database. */
  pool?(): { readonly size: number; readonly idle: number; readonly waiting: number };

  /** Shares its time between the clients whose requests read it: see requestDatabase. */
  readonly turns: FairQueue;

  /** Set where it is one request's: see requestDatabase. */
  readonly request?: {
    /** The database itself, never a replica: for work that is not one request's, such as the feed. */
    readonly behind: Database;
    /** What the request reads: `behind`, or one of its replicas. */
    readonly source: Database;
    /** The same with a new budget: for one event of a subscription, say. */
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
   * The same database, whose `query` sees the record as it stood at a moment: nothing that was written later. What goes
   * another way than by `query` is as ever. The query runs in a transaction of its own, and is not prepared.
   *
   * @param moment RFC 3339 in UTC, with microseconds, or with milliseconds for the end of one; what is to come is now
   * @throws BeforeHistory from `query`, where no history was kept yet
   */
  asKnownAt(moment: string): Database;

  /**
   * Lends the database as it stands at one moment, to read: whatever is committed meanwhile is not seen. Queries run one
   * after another. The embedded database does nothing else until the work is done, so it must ask nothing but what it is lent.
   *
   * @param signal cancels the query that runs, as for `query`
   */
  inSnapshot<Result>(work: (snapshot: Database) => Promise<Result>, signal?: AbortSignal): Promise<Result>;

  /** The typed client, for writes. */
  readonly prisma: PrismaClient;

  /** Lends the schema engine a connection with no time limit, to one process at a time. For `migrate`. */
  withMigrationAdapter<Result>(work: MigrationWork<Result>): Promise<Result>;

  /** Lends a connection of its own, with no time limit, for work on very many rows. */
  withBulkSession<Result>(work: (session: BulkSession) => Promise<Result>): Promise<Result>;

  /** The servers that follow this one and answer reads for it; undefined where there are none. */
  readonly replicas?: Replicas;

  /** Set where reads are a replica's: see Replicas. */
  readonly replica?: ReplicaReads;
  /** Lends one snapshot to copy tables out of, with no time limit. The embedded database does nothing else meanwhile. */
  copyingOut<Result>(work: (source: CopySource) => Promise<Result>): Promise<Result>;

  /** Lends one transaction to fill tables, with no time limit: all that the work does, or nothing. */
  copyingIn<Result>(work: (target: CopyTarget) => Promise<Result>): Promise<Result>;

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

/** Servers that follow the database, some milliseconds behind it or more. */
export interface Replicas {
  /**
   * Chooses where a request reads. The same client reads from the same replica, so that the record never goes back in time
   * for it.
   *
   * @param atLeast the number of a change that the request must see; 0 for none
   * @returns the database, whose reads are a replica's; or the database itself, where no replica has come so far in time
   */
  readingFor(client: string, atLeast: number): Promise<Database>;
  readonly count: number;
  /** How many of them can be used now. */
  readonly usable: number;
}

/** Reads that a replica answers; from the moment that it fails, the database itself does. */
export interface ReplicaReads {
  readonly primary: Database;
  /** All that was committed before this moment is seen; milliseconds since 1970. */
  readonly freshAt: number;
  /** Has all further reads answered by the database itself. */
  leave(): void;
}

export interface ReplicaOptions {
  readonly urls: readonly string[];
  /** Milliseconds that a request waits until the replica has the change that it must see. */
  readonly wait: number;
  /** Milliseconds that a replica may be behind; one that is further behind is not used. */
  readonly lag: number;
}
