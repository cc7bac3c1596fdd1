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
    actor: reference("actors", "Slug of the actor that takes part or is to."),
    role: z.enum(ParticipationRole).describe("By which right."),
  })
  .describe("An actor that takes part in what is proposed.");

/** The kinds of relation that leanings are made of. */
const leaningKinds: readonly ProposalRelationKind[] = ["ENDORSES", "CONTRADICTS"];

const relation = z
  .strictObject({
    kind: z.enum(ProposalRelationKind).describe("How this proposal relates to the other."),
    proposal: reference("proposals", "Slug of the other proposal."),
    note: text("What is uncertain or particular about it.").optional(),
    ...weighing,
    sources: sources("Where the relation is written, such as the text that endorses the other.").optional(),
  })
  .superRefine(weighedWithReason)
  .superRefine(({ kind, weight }, context) => {
    if (weight === undefined || leaningKinds.includes(kind)) return;
    refuse(context, `has no part in a relation of kind ${kind}`, `Only ${leaningKinds.join(" and ")} have a weight`, [
      "weight",
    ]);
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
    slug: slug("What other entries call this proposal; no policy action may have the same slug."),
    title: line("Its title."),
    kind: z
      .enum(ProposalKind)
      .describe("A vote on a paragraph or an amendment is on a proposal of its own of that kind."),
    status: z.enum(ProposalStatus).describe("What has become of it."),
    summary: text("What it proposes, in your own words.").optional(),
    sponsors: references("actors", "Slug of an actor.", "Who proposes it.").optional(),
    proposedOn: date("When it was proposed.").optional(),
    timeframe: span("When what it proposes is to happen.").optional(),
    venue: line("Where it is to happen.").optional(),
    note: text("What is uncertain or disputed about it.").optional(),
    participants: z
      .array(participant)
      .superRefine(eachOnce(({ actor, role }) => `${actor} ${role}`))
      .describe("Who is to take part, each by which right.")
      .optional(),
    relations: z
      .array(relation)
      .superRefine(eachOnce(({ kind, proposal: other }) => `${kind} ${other}`))
      .superRefine(notBothEndorsedAndContradicted)
      .describe("How it relates to other proposals.")
      .optional(),
    topics: references("topics", "Slug of a topic.", "What it is about.").optional(),
    sources: sources("Where it is written.").optional(),
  })
  .meta({
    id: "Proposal",
    description: "Something that actors can be for or against: a plan, a resolution, a conference.",
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
  about: "What actors can be for or against.",
  searchedBy: "title, slug and summary",
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
