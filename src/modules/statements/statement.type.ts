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
  description: "How a statement was delivered.",
  valuesConfig: {
    SPOKEN: { description: "The speaker said it." },
    WRITTEN: { description: "It was published or handed over in writing." },
    THROUGH_SPOKESPERSON: { description: "The speaker, a spokesperson, said it for the actor in `onBehalfOf`." },
  },
});

@ObjectType({
  implements: [Node, Sourced],
  simpleResolvers: true,
  description:
    "Something that was said or written, with its speaker and date. It is not a position; a position that follows from it has the statement as its evidence.",
})
export class Statement extends SluggedEntity {
  @Field(() => String, {
    nullable: true,
    description: "The speaker's name as the source prints it, including misspellings. Null if it adds no information.",
  })
  speakerAsPrinted: string | null;

  @Field(() => Delivery, { description: "How the statement was delivered." })
  delivery: Delivery;

  @Field(() => EdtfDate, { description: "When the statement was made." })
  madeOn: string;

  @Field(() => String, { description: "A paraphrase of what was said." })
  summary: string;

  @Field(() => String, {
    nullable: true,
    description: "A short verbatim quote. Null if not recorded.",
  })
  quote: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The language of the quote, as a BCP 47 tag such as `en`. Null if there is no quote.",
  })
  quoteLanguage: string | null;
}

export const MeetingConnection = connectionType(() => Meeting, "Meeting", "meetings");
export const StatementConnection = connectionType(() => Statement, "Statement", "statements");

/** Whatever a statement can speak of. */
export const Mention = createUnionType({
  name: "Mention",
  description: "A proposal, policy action or actor that a statement mentions.",
  types: () => [Proposal, PolicyAction, Actor] as const,
});
export type Mention = Proposal | PolicyAction | Actor;
