import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { type ListStorage, sourceRows } from "./list-storage.js";
import { spanColumns } from "./sql/date-columns.js";
import { slugOf, sourceSlugs } from "./sql/entry-sql.js";

export const affiliations: ListStorage<"affiliations"> = {
  kind: "AFFILIATION",
  table: "Affiliation",
  entry: sql`json_build_object(
    'member', ${slugOf("Actor", "memberId")}, 'organization', ${slugOf("Actor", "organizationId")}, 'kind', t.kind,
    'role', t.role, 'acting', t.acting, 'during', t.during, 'sources', ${sourceSlugs("AffiliationSource", "affiliationId")})`,
  row: (entry, ids) =>
    ({
      memberId: ids.of("actors", entry.member),
      organizationId: ids.of("actors", entry.organization),
      kind: entry.kind,
      role: entry.role,
      acting: entry.acting ?? false,
      ...spanColumns("during", entry.during),
    }) satisfies Prisma.AffiliationCreateManyInput,
  links: [{ table: "AffiliationSource", owner: "affiliationId", rows: sourceRows }],
};
