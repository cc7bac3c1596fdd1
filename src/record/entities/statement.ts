import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { Delivery } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { date, language, line, refuse, slug, text } from "../format/fields.js";
import { exactlyOne } from "../format/one-of.js";
import { reference, sources } from "../format/reference.js";
import { dateColumns, slugOf, sourceSlugs } from "../store/columns.js";
import { defineEntity, type LinkTable, sourceRows } from "./define.js";

const capacity = z
  .strictObject({
    organization: reference("actors", "Slug of the actor that the speaker serves or represents."),
    role: line("The role, as in the affiliation; left out if that has none.").optional(),
  })
  .describe("The affiliation of kind OFFICE or REPRESENTS that the speaker held on the day.");

const mention = exactlyOne(
  {
    proposal: reference("proposals", "Slug of a proposal.").optional(),
    policyAction: reference("policyActions", "Slug of a policy action.").optional(),
    actor: reference("actors", "Slug of an actor.").optional(),
  },
  "One proposal, policy action or actor that is spoken of.",
);

const format = z
  .strictObject({
    slug: slug("What other entries call this statement."),
    speaker: reference("actors", "Slug of the person who spoke or signed; left out while unknown.").optional(),
    speakerAsPrinted: line("The speaker's name as the source prints it.").optional(),
    capacity: capacity.optional(),
    onBehalfOf: reference("actors", "Slug of the actor for which it was said.").optional(),
    delivery: z.enum(Delivery).describe("Spoken, written, or said by a spokesperson."),
    madeOn: date("When it was made."),
    meeting: reference("meetings", "Slug of the meeting at which it was made.").optional(),
    inReplyTo: reference("statements", "Slug of the statement that it answers.").optional(),
    summary: text("What was said, in your own words."),
    quote: text("A short passage word for word, at most 300 characters.", 300).optional(),
    quoteLanguage: language("The language of the quote.").optional(),
    mentions: z.array(mention).describe("What is spoken of.").optional(),
    sources: sources("Where it is written: at least one.").min(1),
  })
  .superRefine(({ speaker, capacity: held, quote, quoteLanguage }, context) => {
    if (held && !speaker) {
      refuse(context, "a capacity needs a speaker", "Name the speaker, or remove the capacity", ["capacity"]);
    }
    if (quoteLanguage && !quote)
      refuse(context, "there is no quote", "Add the quote, or remove this", ["quoteLanguage"]);
  })
  .meta({ id: "Statement", description: "Something that someone said or wrote on one occasion." });

const mentions: LinkTable<z.output<typeof format>> = {
  table: "StatementMention",
  owner: "statementId",
  rows: ({ mentions: mentioned = [] }, ids) =>
    mentioned.map(({ proposal, policyAction, actor }) => ({
      proposalId: ids.optional("proposals", proposal),
      policyActionId: ids.optional("policyActions", policyAction),
      actorId: ids.optional("actors", actor),
    })),
};

export const statements = defineEntity({
  list: "statements",
  kind: "STATEMENT",
  table: "Statement",
  prefix: "statement",
  field: "statement",
  noun: "a statement",
  slugSpace: "statements",
  about: "What was said, by whom, for whom.",
  searchedBy: "summary, quote and the speaker's name as printed",
  format,
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
});
