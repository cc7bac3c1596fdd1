import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { type LinkTable, type ListStorage, sourceRows } from "./list-storage.js";
import { dateColumns, spanColumns } from "./sql/date-columns.js";
import { slugOf, sourceSlugs } from "./sql/entry-sql.js";

const links: LinkTable<"policyActions">[] = [
  {
    table: "PolicyActionTarget",
    owner: "policyActionId",
    rows: ({ targets = [] }, ids) => targets.map((slug) => ({ actorId: ids.of("actors", slug) })),
  },
  {
    table: "PolicyActionReversal",
    owner: "reversingId",
    rows: ({ reverses = [] }, ids) => reverses.map((slug) => ({ reversedId: ids.of("policyActions", slug) })),
  },
  {
    table: "PolicyActionBearing",
    owner: "policyActionId",
    rows: ({ bearsOn = [] }, ids) =>
      bearsOn.map(({ proposal, bearing, weight, weightReason }) => ({
        ...{ proposalId: ids.of("proposals", proposal), bearing, weight, weightReason },
      })),
  },
  { table: "PolicyActionSource", owner: "policyActionId", rows: sourceRows },
];

export const policyActions: ListStorage<"policyActions"> = {
  kind: "POLICY_ACTION",
  table: "PolicyAction",
  entry: sql`json_build_object(
    'slug', t.slug, 'title', t.title, 'kind', t.kind, 'status', t.status,
    'agent', ${slugOf("Actor", "agentId")}, 'through', ${slugOf("Actor", "throughId")},
    'targets', (select json_agg(a.slug order by l.ordinal)
      from "PolicyActionTarget" l join "Actor" a on a.id = l."actorId" where l."policyActionId" = t.id),
    'announcedOn', t."announcedOn", 'during', t.during,
    'reverses', (select json_agg(r.slug order by l.ordinal)
      from "PolicyActionReversal" l join "PolicyAction" r on r.id = l."reversedId" where l."reversingId" = t.id),
    'bearsOn', (select json_agg(json_build_object('proposal', p.slug, 'bearing', l.bearing, 'weight', l.weight,
      'weightReason', l."weightReason") order by l.ordinal)
      from "PolicyActionBearing" l join "Proposal" p on p.id = l."proposalId" where l."policyActionId" = t.id),
    'summary', t.summary, 'sources', ${sourceSlugs("PolicyActionSource", "policyActionId")})`,
  row: (entry, ids) =>
    ({
      slug: entry.slug,
      title: entry.title,
      kind: entry.kind,
      status: entry.status,
      agentId: ids.of("actors", entry.agent),
      throughId: ids.optional("actors", entry.through),
      ...dateColumns("announcedOn", entry.announcedOn),
      ...spanColumns("during", entry.during),
      summary: entry.summary,
    }) satisfies Prisma.PolicyActionCreateManyInput,
  links,
};
