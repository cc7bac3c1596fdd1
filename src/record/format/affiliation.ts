import { z } from "zod";
import { AffiliationKind } from "../../db/generated/enums.js";
import { line, refuse, span } from "./fields.js";
import { reference, sources } from "./reference.js";

export const affiliation = z
  .strictObject({
    member: reference("actors", "Slug of the actor that belongs, holds the office, governs or succeeds."),
    organization: reference("actors", "Slug of the actor that it belongs to, serves, governs or succeeds."),
    kind: z.enum(AffiliationKind).describe("In what way: an office held, a membership, governing a state, and so on."),
    role: line("The office or role: Minister of Foreign Affairs.").optional(),
    acting: z.boolean().describe("Whether the role is held in an acting capacity. Left out: no.").optional(),
    during: span("From when until when.").optional(),
    sources: sources("Where this is written.").optional(),
  })
  .superRefine(({ member, organization }, context) => {
    if (member === organization) {
      refuse(context, `"${member}" cannot be affiliated with itself`, "Name two actors", ["organization"]);
    }
  })
  .meta({
    id: "Affiliation",
    description: "That one actor belongs to another, in an office or otherwise, for a time.",
  });
