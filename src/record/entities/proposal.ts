import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { ParticipationRole, ProposalKind, ProposalRelationKind, ProposalStatus } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { date, eachOnce, line, refuse, slug, span, text, weighedWithReason, weighing } from "../format/fields.js";
import { reference, references, sources } from "../format/reference.js";
import { dateColumns, sourceSlugs, spanColumns } from "../store/columns.js";
import { defineEntity, type LinkTable, sourceRows } from "./define.js";

const participant = z
  .strictObject({
    actor: reference("actors", "Slug of the actor that takes part or is to take part."),
    role: z.enum(ParticipationRole).describe("The role in which the actor takes part."),
  })
  .describe("The part that an actor is to take in a proposal.");

/** The kinds of relation that leanings are made of. */
const leaningKinds: readonly ProposalRelationKind[] = ["ENDORSES", "CONTRADICTS"];

const relation = z
  .strictObject({
    kind: z.enum(ProposalRelationKind).describe("The kind of relation, read from this proposal to the other."),
    proposal: reference("proposals", "Slug of the other proposal."),
    note: text("A note on what is uncertain or particular about the relation.").optional(),
    ...weighing,
    sources: sources("The sources of the relation, such as the text that endorses the other proposal.").optional(),
  })
  .superRefine(weighedWithReason)
  .superRefine(({ kind, weight }, context) => {
    if (weight === undefined || leaningKinds.includes(kind)) return;
    refuse(
      context,
      `is not allowed in a relation of kind ${kind}`,
      `Only ${leaningKinds.join(" and ")} can have a weight`,
      ["weight"],
    );
  })
  .describe("A relation from this proposal to an earlier or larger one.");

function notBothEndorsedAndContradicted(relations: z.infer<typeof relation>[], context: z.RefinementCtx): void {
  const endorsed = new Set(relations.flatMap(({ kind, proposal }) => (kind === "ENDORSES" ? [proposal] : [])));
  for (const [index, { kind, proposal }] of relations.entries()) {
    if (kind !== "CONTRADICTS" || !endorsed.has(proposal)) continue;
    refuse(context, `contradicts "${proposal}", which it also endorses`, "Remove one of the two", [index, "kind"]);
  }
}

const format = z
  .strictObject({
    slug: slug("The proposal's slug, by which other entries refer to it. No policy action can have the same slug."),
    title: line("The title."),
    kind: z
      .enum(ProposalKind)
      .describe(
        "The kind of proposal. A paragraph or an amendment that is voted on separately is a separate proposal of that kind.",
      ),
    status: z.enum(ProposalStatus).describe("The current status."),
    summary: text("A summary of the proposal, in your own words.").optional(),
    sponsors: references("actors", "Slug of an actor.", "The actors that put the proposal forward.").optional(),
    proposedOn: date("When the proposal was put forward.").optional(),
    timeframe: span("When the proposed event or arrangement is to take place.").optional(),
    venue: line("Where the proposed event is to take place.").optional(),
    note: text("A note on what is uncertain or disputed about the proposal.").optional(),
    participants: z
      .array(participant)
      .superRefine(eachOnce(({ actor, role }) => `${actor} ${role}`))
      .describe("The actors that are to take part, with their roles.")
      .optional(),
    relations: z
      .array(relation)
      .superRefine(eachOnce(({ kind, proposal: other }) => `${kind} ${other}`))
      .superRefine(notBothEndorsedAndContradicted)
      .describe("The relations of this proposal to other proposals.")
      .optional(),
    topics: references("topics", "Slug of a topic.", "The topics of the proposal.").optional(),
    sources: sources("The sources of this record.").optional(),
  })
  .meta({
    id: "Proposal",
    description: "Something that actors can support or oppose: a plan, a resolution, a conference.",
  });

const links: LinkTable<z.output<typeof format>>[] = [
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

export const proposals = defineEntity({
  list: "proposals",
  kind: "PROPOSAL",
  table: "Proposal",
  prefix: "proposal",
  field: "proposal",
  noun: "a proposal",
  slugSpace: "subjects",
  about: "Proposals that actors can support or oppose.",
  searchedBy: "the title, slug and summary",
  format,
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
});
