import { z } from "zod";
import { Delivery } from "../../db/generated/enums.js";
import { date, language, line, refuse, slug, text } from "./fields.js";
import { exactlyOne } from "./one-of.js";
import { reference, sources } from "./reference.js";

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

export const statement = z
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
