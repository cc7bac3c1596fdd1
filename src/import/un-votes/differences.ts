import type { BulkSession } from "../../db/bulk-session.js";
import { sql } from "../../db/sql.js";
import type { Report } from "./report.js";
import { sourceSlug } from "./sources.js";

interface Difference {
  readonly number: number;
  readonly slug: string;
  readonly stated: string;
  readonly counted: string;
}

/** Reports the roll calls whose stated totals are not those of the votes on record. A total that is not stated counts 0. */
export async function reportDifferences(session: BulkSession, file: string, report: Report): Promise<number> {
  const differences = await session.query<Difference>(sql`
    select r.number, r.slug,
      concat_ws('-', coalesce(r."statedYes", 0), coalesce(r."statedNo", 0), coalesce(r."statedAbstain", 0)) as stated,
      concat_ws('-', r."countedYes", r."countedNo", r."countedAbstain") as counted
    from "RollCall" r
    where exists (select from "RollCallSource" l join "Source" s on s.id = l."sourceId"
        where l."rollCallId" = r.id and s.slug = ${sourceSlug})
      and r."retractedAt" is null and num_nonnulls(r."statedYes", r."statedNo", r."statedAbstain") > 0
      and (coalesce(r."statedYes", 0), coalesce(r."statedNo", 0), coalesce(r."statedAbstain", 0))
        <> (r."countedYes", r."countedNo", r."countedAbstain")
    order by r.number`);
  for (const { number, slug, stated, counted } of differences) {
    report.note(file, null, `roll call ${number} (${slug}): stated ${stated}, counted ${counted} (yes-no-abstain)`);
  }
  return differences.length;
}
