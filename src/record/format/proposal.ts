import { z } from "zod";
import { ParticipationRole, ProposalKind, ProposalRelationKind, ProposalStatus } from "../../db/generated/enums.js";
import { date, eachOnce, line, refuse, slug, span, text, weighedWithReason, weighing } from "./fields.js";
import { reference, references, sources } from "./reference.js";

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

export const proposal = z
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
