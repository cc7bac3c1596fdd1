import type { Database } from "./database.js";
import { sql } from "./sql.js";

/** Asks the database for an answer, however small; fails if it gives none. */
export async function ping(database: Pick<Database, "query">): Promise<void> {
  await database.query(sql`select 1`);
}
