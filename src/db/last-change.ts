import type { Database } from "./database.js";
import { sql } from "./sql.js";

/** The number of the newest change in the feed; 0 for an empty feed. It takes one index read. */
export async function lastChange(database: Pick<Database, "query">, signal?: AbortSignal): Promise<number> {
  const [row] = await database.query<{ sequence: number | null }>(
    sql`select max("sequence") as "sequence" from "Change"`,
    signal,
  );
  return row?.sequence ?? 0;
}
