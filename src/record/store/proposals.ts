import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { type LinkTable, type ListStorage, sourceRows } from "./list-storage.js";
import { dateColumns, spanColumns } from "./sql/date-columns.js";
import { sourceSlugs } from "./sql/entry-sql.js";

const links: LinkTable<"proposals">[] = [
  {
    table: "ProposalSponsor",
    owner: "proposalId",
    rows: ({ sponsors = [] }, ids) => sponsors.map((slug) => ({ actorId: ids.of("actors", slug) })),
  },
  {
    table: "Participation",
    owner: "proposalId",
    rows: ({ participants = [] }, ids) =>
      participants.map(({ actor, role }) => ({ actorId: ids.of("actors", actor), role })),
  },
  {
    table: "ProposalRelation",
    owner: "proposalId",
    rows: ({ relations = [] }, ids) =>
      relations.map(({ kind, proposal, note, weight, weightReason }) => ({
        ...{ kind, relatedId: ids.of("proposals", proposal), note, weight, weightReason },
      })),
  },
  {
    table: "ProposalRelationSource",
    owner: "proposalId",
    rows: ({ relations = [] }, ids) =>
      relations.flatMap(({ kind, proposal, ...relation }) =>
        sourceRows(relation, ids).map((row) => ({ kind, relatedId: ids.of("proposals", proposal), ...row })),
      ),
  },
  {
    table: "ProposalTopic",
    owner: "proposalId",
    rows: ({ topics = [] }, ids) => topics.map((slug) => ({ topicId: ids.of("topics", slug) })),
  },
  { table: "ProposalSource", owner: "proposalId", rows: sourceRows },
];

export const proposals: ListStorage<"proposals"> = {
  kind: "PROPOSAL",
  table: "Proposal",
  entry: sql`json_build_object(
    'slug', t.slug, 'title', t.title, 'kind', t.kind, 'status', t.status, 'summary', t.summary,
    'sponsors', (select json_agg(a.slug order by l.ordinal)
      from "ProposalSponsor" l join "Actor" a on a.id = l."actorId" where l."proposalId" = t.id),
    'proposedOn', t."proposedOn", 'timeframe', t.timeframe, 'venue', t.venue, 'note', t.note,
    'participants', (select json_agg(json_build_object('actor', a.slug, 'role', l.role) order by l.ordinal)
      from "Participation" l join "Actor" a on a.id = l."actorId" where l."proposalId" = t.id),
    'relations', (select json_agg(json_build_object('kind', l.kind, 'proposal', r.slug, 'note', l.note,
      'weight', l.weight, 'weightReason', l."weightReason", 'sources', (select json_agg(s.slug order by w.ordinal)
        from "ProposalRelationSource" w join "Source" s on s.id = w."sourceId"
        where (w."proposalId", w."relatedId", w.kind) = (l."proposalId", l."relatedId", l.kind)))
      order by l.ordinal) from "ProposalRelation" l join "Proposal" r on r.id = l."relatedId" where l."proposalId" = t.id),
    'topics', (select json_agg(o.slug order by l.ordinal)
      from "ProposalTopic" l join "Topic" o on o.id = l."topicId" where l."proposalId" = t.id),
    'sources', ${sourceSlugs("ProposalSource", "proposalId")})`,
  row: (entry) =>
    ({
      slug: entry.slug,
      title: entry.title,
      kind: entry.kind,
      status: entry.status,
      summary: entry.summary,
      ...dateColumns("proposedOn", entry.proposedOn),
      ...spanColumns("timeframe", entry.timeframe),
      venue: entry.venue,
      note: entry.note,
    }) satisfies Prisma.ProposalCreateManyInput,
  links,
};
