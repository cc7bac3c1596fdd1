import type { Database } from "../../db/database.js";
import { sql } from "../../db/sql.js";

/** What a database says of itself. */
export interface DatabaseFacts {
  /** Such as "15.4". */
  readonly version: string;
  readonly encoding: string;
  readonly locale: string;
  readonly megabytes: number;
  /** By the clock of the database. */
  readonly now: Date;
}

/** Reads what a database says of itself. */
export async function databaseFacts(database: Database): Promise<DatabaseFacts> {
  const [facts] = await database.query<DatabaseFacts>(
    sql`select split_part(current_setting('server_version'), ' ', 1) as "version",
      current_setting('server_encoding') as "encoding",
      (select "datcollate" from pg_database where "datname" = current_database()) as "locale",
      (pg_database_size(current_database()) / 1048576)::int as "megabytes", clock_timestamp() as "now"`,
  );
  if (!facts) throw new Error("A query of one row returned none");
  return facts;
}

/** When the newest change was recorded; undefined where nothing is. The tables must be up to date. */
export async function newestChange(database: Database): Promise<Date | undefined> {
  const [newest] = await database.query<{ at: Date | null }>(
    sql`select greatest((select max("recordedAt") from "Revision"), (select max("recordedAt") from "ImportBatch")) as "at"`,
  );
  return newest?.at ?? undefined;
}
