/** What the database layer throws when the cause lies outside the program; each message is meant for a person. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
}

/** A statement took longer than the database allows (`openDatabase`'s `statementTimeout`) and was cancelled. */
export class StatementTimeout extends DatabaseError {
  override name = "StatementTimeout";
}

/** The server cannot be reached, refuses the credentials or is too old. Never holds the password. */
export class DatabaseUnavailable extends DatabaseError {
  override name = "DatabaseUnavailable";
}

/** Another process uses the data folder. */
export class DataFolderInUse extends DatabaseError {
  override name = "DataFolderInUse";
}

/** The migrations on disk and those recorded in the database contradict each other, or one failed. */
export class MigrationError extends DatabaseError {
  override name = "MigrationError";
}
