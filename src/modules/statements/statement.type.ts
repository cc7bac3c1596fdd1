import { createUnionType, Field, ObjectType, registerEnumType } from "type-graphql";
import { Delivery } from "../../db/generated/enums.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Node, SluggedEntity } from "../../graphql/entity.js";
import { EdtfDate } from "../../graphql/scalars/edtf-date.js";
import { Actor } from "../actors/index.js";
import { PolicyAction } from "../policy-actions/index.js";
import { Proposal } from "../proposals/index.js";
import { Sourced } from "../sources/index.js";
import { Meeting } from "./meeting.type.js";

registerEnumType(Delivery, {
  name: "Delivery",
  description: "How a statement reached its public.",
  valuesConfig: {
    SPOKEN: { description: "The speaker said it." },
    WRITTEN: { description: "It was published or handed over in writing." },
    THROUGH_SPOKESPERSON: { description: "The speaker said it for the one on whose behalf it was made." },
  },
});

@ObjectType({
  implements: [Node, Sourced],
  simpleResolvers: true,
  description:
    "Something that was said or written, by whom, for whom and when. It is not a position: a position that follows from it names it as its evidence.",
})
export class Statement extends SluggedEntity {
  @Field(() => String, {
    nullable: true,
    description: "The speaker's name as the source prints it, misspellings included; null where it adds nothing.",
  })
  speakerAsPrinted: string | null;

  @Field(() => Delivery, { description: "How it reached its public." })
  delivery: Delivery;

  @Field(() => EdtfDate, { description: "When it was made." })
  madeOn: string;

  @Field(() => String, { description: "What was said, as a paraphrase." })
  summary: string;

  @Field(() => String, {
    nullable: true,
    description: "A few words of it as they were said; null where none are kept.",
  })
  quote: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The quote's language, as a BCP 47 tag such as `en`; null where there is no quote.",
  })
  quoteLanguage: string | null;
}

export const MeetingConnection = connectionType(() => Meeting, "Meeting", "meetings");
export const StatementConnection = connectionType(() => Statement, "Statement", "statements");

/** Whatever a statement can speak of. */
export const Mention = createUnionType({
  name: "Mention",
  description: "What a statement speaks of.",
  types: () => [Proposal, PolicyAction, Actor] as const,
});
export type Mention = Proposal | PolicyAction | Actor;
