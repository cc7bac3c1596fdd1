import { z } from "zod";
import { PositionBasis, Stance } from "../../db/generated/enums.js";
import { date, refuse, text } from "./fields.js";
import { exactlyOne } from "./one-of.js";
import { reference, sources } from "./reference.js";

const evidence = exactlyOne(
  {
    statement: reference("statements", "Slug of the statement that says it (basis STATEMENT).").optional(),
    rollCall: reference("rollCalls", "Slug of the roll call that records it (basis VOTE or ADOPTION).").optional(),
    policyAction: reference("policyActions", "Slug of the policy action that shows it (basis ACTION).").optional(),
  },
  "What the position rests on.",
);

type Evidence = keyof z.output<typeof evidence>;

const evidenceOf: Record<PositionBasis, Evidence | undefined> = {
  STATEMENT: "statement",
  VOTE: "rollCall",
  ADOPTION: "rollCall",
  ACTION: "policyAction",
  SPONSORSHIP: undefined,
};

export const position = z
  .strictObject({
    holder: reference("actors", "Slug of the actor that the position binds: a state rather than its minister."),
    through: reference("actors", "Slug of the actor through which it is held: the administration.").optional(),
    subject: reference("subjects", "Slug of a proposal or a policy action."),
    stance: z.enum(Stance).describe("'Will examine it' is UNDECIDED; saying nothing is no position."),
    basis: z
      .enum(PositionBasis)
      .describe("What shows the position: words, a vote, sponsoring, a body's adoption, a deed."),
    conditions: text("Under which conditions it is held.").optional(),
    since: date("Since when it has been held."),
    evidence: evidence.optional(),
    note: text("What is uncertain about it.").optional(),
    sources: sources("Where it is written, if not in the evidence.").optional(),
  })
  .superRefine(({ basis, stance, evidence: given }, context) => {
    const kind = given && Object.keys(given)[0];
    if (kind && kind !== evidenceOf[basis]) {
      const wanted = evidenceOf[basis]
        ? `${evidenceOf[basis]}: …`
        : "no evidence: the proposal itself names its sponsors";
      refuse(context, `a ${kind} is no evidence for a position by ${basis}`, `${basis} wants ${wanted}`, ["evidence"]);
    }
    if (basis === "VOTE" && (stance === "UNDECIDED" || stance === "CONDITIONALLY_SUPPORTS")) {
      refuse(context, `nobody votes ${stance}`, "A vote is SUPPORTS, OPPOSES or ABSTAINS", ["stance"]);
    }
  })
  .meta({ id: "Position", description: "Where an actor stands on a proposal or a policy action, on what evidence." });
