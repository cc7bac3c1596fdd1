import { z } from "zod";
import { AbsenceBasis } from "../../db/generated/enums.js";
import { date, eachOnce, slug, text } from "./fields.js";
import { reference, sources } from "./reference.js";

const count = (description: string) => z.int().min(0).max(100_000).describe(description);

const stated = z
  .strictObject({
    yes: count("Votes in favour.").optional(),
    no: count("Votes against.").optional(),
    abstain: count("Abstentions.").optional(),
    absent: count("Members that were absent or did not vote.").optional(),
  })
  .describe("The result as the record states it; votes are recorded as positions, and counted beside it.");

const absence = z
  .strictObject({
    actor: reference("actors", "Slug of the member that took no part."),
    basis: z.enum(AbsenceBasis).describe("Whether a source lists it as absent, or it follows from other facts."),
  })
  .describe("A member of the body that took no part in the roll call.");

export const rollCall = z
  .strictObject({
    slug: slug("What other entries call this roll call."),
    proposal: reference("proposals", "Slug of what was voted on."),
    body: reference("actors", "Slug of the actor whose members voted."),
    meeting: reference("meetings", "Slug of the meeting at which the vote was taken.").optional(),
    heldOn: date("When the vote was taken."),
    session: z.int().min(1).max(10_000).describe("The body's session.").optional(),
    number: z.int().min(1).max(1_000_000).describe("The number of the roll call, as the record counts.").optional(),
    stated: stated.optional(),
    absent: count("How many members are on record as absent: an absence is not a position.").optional(),
    absences: z
      .array(absence)
      .superRefine(eachOnce(({ actor }) => actor))
      .describe("The members that took no part, by name. `absent` may count more than are named here.")
      .optional(),
    note: text("What is uncertain about it.").optional(),
    sources: sources("Where it is written.").optional(),
  })
  .meta({ id: "RollCall", description: "A recorded vote of a body on a proposal." });
