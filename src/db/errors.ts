/** A query was cancelled: it took longer than the database allows, or the queries of its request took longer than one may. */
export class QueryTimeout extends Error {
  override name = "QueryTimeout";
}

/** A lock was not released in time, so the transaction was rolled back. */
export class LockTimeout extends Error {
  override name = "LockTimeout";
}

/** A client's turn to read the database did not come in time, or too much of its work waits already. */
export class Overloaded extends Error {
  override name = "Overloaded";

  constructor() {
    super("The request was not started in time");
  }
}

/** The client has disconnected, so nobody reads the response. */
export class ClientGone extends Error {
  override name = "ClientGone";
}

/**
 * The database cannot be used now: the server cannot be reached, refuses the credentials, is too old, or the connection to
 * it broke. The message never contains the password.
 */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

/** The disk of the database has no room left for what is to be written. What is on record can still be read. */
export class DiskFull extends DatabaseUnavailable {
  override name = "DiskFull";
}

/** The connection broke during `COMMIT`, so it is unknown whether the transaction was committed. */
export class OutcomeUnknown extends DatabaseUnavailable {
  override name = "OutcomeUnknown";
}

/** Redis, which carries the database's signals of changes, cannot be reached. */
export class RedisUnavailable extends DatabaseUnavailable {
  override name = "RedisUnavailable";
}

/** Another process uses the data folder. */
export class DataFolderInUse extends Error {
  override name = "DataFolderInUse";
}

/** The migrations on disk and those recorded in the database contradict each other, or one failed. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** The moment is before the history of this database begins; see the migration `history`. */
export class BeforeHistory extends Error {
  override name = "BeforeHistory";

  /** @param begins as RFC 3339 in UTC, with microseconds */
  constructor(readonly begins: string) {
    super(`The history of this record begins at ${begins}`);
  }
}

/** The message of an error. A name with several addresses fails with one error for each, and an empty message of its own. */
export function reasonOf(error: unknown): string {
  const { message, errors = [] } = error as Partial<AggregateError>;
  return message || errors.map(reasonOf).join(", ") || String(error);
}
