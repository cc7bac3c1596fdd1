import { z } from "zod";
import { ParticipationRole, ProposalKind, ProposalRelationKind, ProposalStatus } from "../../db/generated/enums.js";
import { date, eachOnce, line, slug, span, text } from "./fields.js";
import { reference, references, sources } from "./reference.js";

const participant = z
  .strictObject({
    actor: reference("actors", "Slug of the actor that takes part or is to."),
    role: z.enum(ParticipationRole).describe("By which right."),
  })
  .describe("An actor that takes part in what is proposed.");

const relation = z
  .strictObject({
    kind: z.enum(ProposalRelationKind).describe("How this proposal relates to the other."),
    proposal: reference("proposals", "Slug of the other proposal."),
    note: text("What is uncertain or particular about it.").optional(),
  })
  .describe("A relation from this proposal to an earlier or larger one.");

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
      .describe("How it relates to other proposals.")
      .optional(),
    topics: references("topics", "Slug of a topic.", "What it is about.").optional(),
    sources: sources("Where it is written.").optional(),
  })
  .meta({
    id: "Proposal",
    description: "Something that actors can be for or against: a plan, a resolution, a conference.",
  });
