import { sql } from "../db/sql.js";
import type { Transaction } from "../db/writing/transact.js";

/**
 * Waits until no other transaction writes entries, and keeps others waiting until this one ends. With read committed, what
 * follows sees all that the one before wrote: so what an entry names is there, a slug is free, no circle of references
 * closes, without a lock on each of them. Writes are short and few beside reads, which never wait.
 */
export async function takeWriteLock(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw(sql`select pg_advisory_xact_lock(hashtext('standpoint'), hashtext('writes'))`);
}

/**
 * When a transaction that has the write lock writes, as Postgres writes it: after whatever was written before it, even
 * where the clock was set back, and in another millisecond, as which answers tell it. (`now()` is when the transaction
 * began, perhaps before another that it waited for.) The history of what it changes from here on has the same moment.
 */
export async function momentOfWriting(transaction: Transaction): Promise<string> {
  const [row] = await transaction.$queryRaw<{ at: string }[]>(
    sql`select set_config('standpoint.moment', greatest(clock_timestamp(),
      date_trunc('milliseconds', max("recordedAt")) + interval '1 millisecond')::text, true) as at from "Revision"`,
  );
  if (!row) throw new Error("An aggregate gives one row");
  return row.at;
}
