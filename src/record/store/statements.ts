import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { type LinkTable, type ListStorage, sourceRows } from "./list-storage.js";
import { dateColumns } from "./sql/date-columns.js";
import { slugOf, sourceSlugs } from "./sql/entry-sql.js";

const mentions: LinkTable<"statements"> = {
  table: "StatementMention",
  owner: "statementId",
  rows: ({ mentions: mentioned = [] }, ids) =>
    mentioned.map(({ proposal, policyAction, actor }) => ({
      proposalId: ids.optional("proposals", proposal),
      policyActionId: ids.optional("policyActions", policyAction),
      actorId: ids.optional("actors", actor),
    })),
};

export const statements: ListStorage<"statements"> = {
  kind: "STATEMENT",
  table: "Statement",
  entry: sql`json_build_object(
    'slug', t.slug, 'speaker', ${slugOf("Actor", "speakerId")}, 'speakerAsPrinted', t."speakerAsPrinted",
    'capacity', (select json_build_object('organization', o.slug, 'role', c.role)
      from "Affiliation" c join "Actor" o on o.id = c."organizationId" where c.id = t."capacityId" and c."retractedAt" is null),
    'onBehalfOf', ${slugOf("Actor", "onBehalfOfId")}, 'delivery', t.delivery, 'madeOn', t."madeOn",
    'meeting', ${slugOf("Meeting", "meetingId")}, 'inReplyTo', ${slugOf("Statement", "inReplyToId")},
    'summary', t.summary, 'quote', t.quote, 'quoteLanguage', t."quoteLanguage",
    'mentions', (select json_agg(json_build_object('proposal', p.slug, 'policyAction', d.slug, 'actor', a.slug)
      order by l.ordinal) from "StatementMention" l left join "Proposal" p on p.id = l."proposalId"
      left join "PolicyAction" d on d.id = l."policyActionId" left join "Actor" a on a.id = l."actorId"
      where l."statementId" = t.id),
    'sources', ${sourceSlugs("StatementSource", "statementId")})`,
  row: (entry, ids) =>
    ({
      slug: entry.slug,
      speakerId: ids.optional("actors", entry.speaker),
      speakerAsPrinted: entry.speakerAsPrinted,
      capacityId: ids.capacity(entry),
      onBehalfOfId: ids.optional("actors", entry.onBehalfOf),
      delivery: entry.delivery,
      ...dateColumns("madeOn", entry.madeOn),
      meetingId: ids.optional("meetings", entry.meeting),
      inReplyToId: ids.optional("statements", entry.inReplyTo),
      summary: entry.summary,
      quote: entry.quote,
      quoteLanguage: entry.quoteLanguage,
    }) satisfies Prisma.StatementCreateManyInput,
  links: [mentions, { table: "StatementSource", owner: "statementId", rows: sourceRows }],
};
