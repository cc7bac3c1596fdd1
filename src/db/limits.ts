import { sql } from "./sql.js";
/** How long a Postgres server may take, in milliseconds. Nothing can interrupt the embedded database. */
export interface DatabaseLimits {
  /** For a connection: from the server, or from the pool where all are in use. */
  readonly connect: number;
  /** For a query: then the server cancels it, and two seconds later its connection counts as dead. */
  readonly statement: number;
  /** For a write to get its turn and the locks that it needs. */
  readonly write: number;
  /** For `COMMIT`; 0 is no limit. Then the connection is closed, and it is unknown whether the transaction was committed. */
  readonly commit: number;
}

export const defaultDatabaseLimits: DatabaseLimits = {
  connect: 10_000,
  statement: 10_000,
  write: 10_000,
  commit: 10_000,
};

/**
 * Lifts the time limit on the queries of a transaction, for work on many rows. The connection watches for this very text,
 * and then waits as long as the server does. The limit on `COMMIT` stays.
 */
export const noTimeLimit = sql`set local statement_timeout = 0`;
