import type { Database } from "../../src/db/database.js";
import { raw, sql } from "../../src/db/sql.js";
import { retracted } from "./seed-kit.js";

const tables = ["Source", "Actor", "Topic", "Proposal", "PolicyAction", "Meeting", "Statement", "RollCall"];

/** Retracts every ninth entity of each type, by slug: others go on referring to them. */
export async function retractSome(database: Database): Promise<void> {
  for (const table of tables) {
    const name = raw(`"${table}"`);
    await database.query(sql`update ${name} set "retractedAt" = ${retracted.retractedAt},
      "retractionReason" = ${retracted.retractionReason}
      where "slug" in (select "slug" from (select "slug", row_number() over (order by "slug") as number from ${name}) t
      where number % 9 = 0)`);
  }
}
