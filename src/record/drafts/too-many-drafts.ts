import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import type { Refusal } from "../write/outcome.js";

/** Of one author: more than editors look through, and few enough to look through for each new one (see `otherDrafts`). */
const mostPending = 1_000;

/**
 * Why an author makes no further draft: too many await a decision. The holder of the write lock counts right, since nobody
 * else makes drafts meanwhile. One statement.
 */
export async function tooManyDrafts(transaction: Transaction, author: string): Promise<Refusal[]> {
  const [row] = await transaction.$queryRaw<{ count: number }[]>(
    sql`select count(*)::integer as count from "Draft" where author = ${author} and status = 'PENDING'`,
  );
  const count = row?.count ?? 0;
  if (count < mostPending) return [];
  const [have, most] = [count, mostPending].map((number) => number.toLocaleString("en"));
  const message = `You have ${have} pending drafts; at most ${most} are allowed. Withdraw some, or wait until editors have decided some`;
  return [{ kind: "InvalidInput", path: "input", message }];
}
