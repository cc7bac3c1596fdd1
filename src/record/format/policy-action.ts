import { z } from "zod";
import { Bearing, PolicyActionKind, PolicyActionStatus } from "../../db/generated/enums.js";
import { date, eachOnce, line, slug, span, text, weighedWithReason, weighing } from "./fields.js";
import { reference, references, sources } from "./reference.js";

const bearing = z
  .strictObject({
    proposal: reference("proposals", "Slug of the proposal."),
    bearing: z.enum(Bearing).describe("Whether the action advances or undermines it."),
    ...weighing,
  })
  .superRefine(weighedWithReason)
  .describe("What the action means for a proposal.");

export const policyAction = z
  .strictObject({
    slug: slug("What other entries call this action; no proposal may have the same slug."),
    title: line("Its title."),
    kind: z.enum(PolicyActionKind).describe("What sort of deed it is."),
    status: z.enum(PolicyActionStatus).describe("Whether it is only announced, in effect, reversed or given up."),
    agent: reference("actors", "Slug of the actor that it binds: a state rather than its administration."),
    through: reference("actors", "Slug of the actor through which it acted: the administration.").optional(),
    targets: references("actors", "Slug of an actor.", "Whom it concerns.").optional(),
    announcedOn: date("When it was announced.").optional(),
    during: span("From when until when it is in effect.").optional(),
    reverses: references(
      "policyActions",
      "Slug of a policy action.",
      "The earlier actions that it reverses.",
    ).optional(),
    bearsOn: z
      .array(bearing)
      .superRefine(eachOnce(({ proposal }) => proposal))
      .describe("The proposals that it advances or undermines.")
      .optional(),
    summary: text("What was done, in your own words.").optional(),
    sources: sources("Where it is written: at least one.").min(1),
  })
  .meta({ id: "PolicyAction", description: "Something that an actor did or announced." });
