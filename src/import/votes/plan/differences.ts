import { sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import type { Report } from "../report.js";

interface Difference {
  readonly number: number;
  readonly slug: string;
  readonly stated: string;
  readonly counted: string;
}

/**
 * Reports the roll calls among these whose stated totals are not those of the votes on record. A total that is not stated
 * counts 0.
 */
export async function reportDifferences(
  session: BulkSession,
  file: string,
  rollCallIds: readonly string[],
  report: Report,
): Promise<number> {
  const differences = await session.query<Difference>(sql`
    select r.number, r.slug,
      concat_ws('-', coalesce(r."statedYes", 0), coalesce(r."statedNo", 0), coalesce(r."statedAbstain", 0)) as stated,
      concat_ws('-', r."countedYes", r."countedNo", r."countedAbstain") as counted
    from "RollCall" r
    where r.id = any(${[...rollCallIds]}::uuid[])
      and r."retractedAt" is null and num_nonnulls(r."statedYes", r."statedNo", r."statedAbstain") > 0
      and (coalesce(r."statedYes", 0), coalesce(r."statedNo", 0), coalesce(r."statedAbstain", 0))
        <> (r."countedYes", r."countedNo", r."countedAbstain")
    order by r.number`);
  for (const { number, slug, stated, counted } of differences) {
    const what = `roll call ${number} (${slug}): stated ${stated}, counted ${counted} (yes-no-abstain)`;
    report.note(file, null, "totals", what);
  }
  return differences.length;
}
