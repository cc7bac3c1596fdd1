import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";

/**
 * Records positions with the tallies of roll calls counted once, at the end, and not with each statement.
 *
 * @param work returns the ids of the roll calls whose votes it changed
 */
export async function countingAtTheEnd(
  transaction: Transaction,
  work: () => Promise<ReadonlySet<string>>,
): Promise<void> {
  await transaction.$executeRaw(sql`select set_config('standpoint.tallies', 'at the end', true)`);
  const rollCalls = await work();
  await transaction.$executeRaw(sql`select set_config('standpoint.tallies', '', true)`);
  await transaction.$executeRaw(sql`select standpoint_refresh_tallies(${[...rollCalls].sort()}::uuid[])`);
}
