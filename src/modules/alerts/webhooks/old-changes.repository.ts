import type { Database } from "../../../db/database.js";
import { sql } from "../../../db/sql.js";

/** So many at a time that a statement is far from its time limit. */
const batch = 1_000;

/**
 * Deletes the changes of answers that are older than 30 days, and the deliveries of them, whatever became of those. The
 * latest of each question stays: whoever comes back after that long is told at least what it is answered now.
 *
 * @returns how many changes
 */
export async function deleteOldChanges(database: Database): Promise<number> {
  let deleted = 0;
  for (let last = batch; last === batch; deleted += last) {
    const rows = await database.query(
      sql`delete from "AnswerChange" where "id" in (
          select "id" from "AnswerChange" old where "changedAt" < now() - interval '30 days' and exists (
            select from "AnswerChange" later where later."questionId" = old."questionId" and later."upTo" > old."upTo")
          limit ${batch})
        returning "id"`,
    );
    last = rows.length;
  }
  return deleted;
}
