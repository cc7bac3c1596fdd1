import type { Database } from "./database.js";
import { sql } from "./sql.js";

/** The number of the newest change in the feed; 0 where there is none. One read of an index. */
export async function lastChange(database: Pick<Database, "query">, signal?: AbortSignal): Promise<number> {
  const [row] = await database.query<{ sequence: number | null }>(
    sql`select max("sequence") as "sequence" from "Change"`,
    signal,
  );
  return row?.sequence ?? 0;
}
