import type { Database } from "../../../db/database.js";
import { sql } from "../../../db/sql.js";

/** So many at a time that a statement is far from its time limit. */
const batch = 1_000;

/**
 * Deletes the changes of answers that are older than 30 days, and the deliveries of them, whatever became of those.
 *
 * @returns how many changes
 */
export async function deleteOldChanges(database: Database): Promise<number> {
  let deleted = 0;
  for (let last = batch; last === batch; deleted += last) {
    const rows = await database.query(
      sql`delete from "AnswerChange" where ("questionId", "upTo") in (
          select "questionId", "upTo" from "AnswerChange" where "changedAt" < now() - interval '30 days' limit ${batch})
        returning "upTo"`,
    );
    last = rows.length;
  }
  return deleted;
}
