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
    role: line("The role, as in the affiliation. Omit it if the affiliation has no role.").optional(),
  })
  .describe("The affiliation of kind OFFICE or REPRESENTS that the speaker held on the day.");

const mention = exactlyOne(
  {
    proposal: reference("proposals", "Slug of a proposal.").optional(),
    policyAction: reference("policyActions", "Slug of a policy action.").optional(),
    actor: reference("actors", "Slug of an actor.").optional(),
  },
  "A proposal, policy action or actor that the statement mentions.",
);

const format = z
  .strictObject({
    slug: slug("The statement's slug, by which other entries refer to it."),
    speaker: reference(
      "actors",
      "Slug of the person who spoke or signed. Omit it while the speaker is not identified.",
    ).optional(),
    speakerAsPrinted: line("The speaker's name as the source prints it.").optional(),
    capacity: capacity.optional(),
    onBehalfOf: reference("actors", "Slug of the actor on whose behalf the statement was made.").optional(),
    delivery: z
      .enum(Delivery)
      .describe("How the statement was delivered: spoken, in writing, or through a spokesperson."),
    madeOn: date("When the statement was made."),
    meeting: reference("meetings", "Slug of the meeting at which the statement was made.").optional(),
    inReplyTo: reference("statements", "Slug of the statement to which this one replies.").optional(),
    summary: text("A paraphrase of what was said, in your own words."),
    quote: text("A short verbatim quote, at most 300 characters.", 300).optional(),
    quoteLanguage: language("The language of the quote.").optional(),
    mentions: z
      .array(mention)
      .describe("The proposals, policy actions and actors that the statement mentions.")
      .optional(),
    sources: sources("The sources: at least one.").min(1),
  })
  .superRefine(({ speaker, capacity: held, quote, quoteLanguage }, context) => {
    if (held && !speaker) {
      refuse(context, "a capacity requires a speaker", "Add the speaker, or remove the capacity", ["capacity"]);
    }
    if (quoteLanguage && !quote)
      refuse(context, "there is no quote", "Add the quote, or remove this", ["quoteLanguage"]);
  })
  .meta({ id: "Statement", description: "Something that an actor said or wrote on one occasion." });

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
  about: "Statements: what was said, by whom and on whose behalf.",
  searchedBy: "the summary, the quote and the speaker's name as printed",
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
