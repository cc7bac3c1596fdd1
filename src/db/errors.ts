/** A statement took longer than the database allows (`openDatabase`'s `statementTimeout`) and was cancelled. */
export class StatementTimeout extends Error {
  override name = "StatementTimeout";
}

/** The server cannot be reached, refuses the credentials or is too old. Never holds the password. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

/** Another process uses the data folder. */
export class DataFolderInUse extends Error {
  override name = "DataFolderInUse";
}

/** The migrations on disk and those recorded in the database contradict each other, or one failed. */
export class MigrationError extends Error {
  override name = "MigrationError";
}
