import { sql } from "./sql.js";

/**
 * Lifts the time limit on the queries of a transaction, for work on many rows. The connection watches for this very text,
 * and then waits as long as the server does. The limit on `COMMIT` stays.
 */
export const noTimeLimit = sql`set local statement_timeout = 0`;
