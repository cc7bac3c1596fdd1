import { Field, Float, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../../graphql/connection/connection-type.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "Which way a holder leans on a proposal, by its standing positions on related subjects. It is computed when requested, and is not a position of the holder.",
})
export class Leaning {
  @Field(() => Int, {
    description:
      "How many of the positions are for the subject: support for what endorses or advances it, or opposition to what contradicts or undermines it.",
  })
  for: number;

  @Field(() => Int, {
    description:
      "How many of the positions are against the subject: opposition to what endorses or advances it, or support for what contradicts or undermines it.",
  })
  against: number;

  @Field(() => Int, { description: "How many of the positions are abstentions." })
  abstained: number;

  @Field(() => Int, { description: "How many of the positions are undecided or conditional." })
  other: number;

  @Field(() => Int, { description: "How many positions it is made of: the sum of the four." })
  considered: number;

  @Field(() => Boolean, { description: "Whether it is made of as many positions as `minimum` asks for." })
  enough: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      "From −1 (all against) to 1 (all for): the weights of those for, less the weights of those against, divided by all weights. Null where there are not enough.",
  })
  score: number | null;
}

export const LeaningConnection = connectionType(() => Leaning, "Leaning", "leanings");
