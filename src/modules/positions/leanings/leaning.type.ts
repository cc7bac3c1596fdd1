import { Field, Float, Int, ObjectType } from "type-graphql";
import { connectionType } from "../../../graphql/connection/connection-type.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "How a holder leans on a proposal, computed on request from its standing positions on related subjects. It is not a position of the holder.",
})
export class Leaning {
  @Field(() => Int, {
    description:
      "The number of positions that count for the subject: support for something that endorses or advances it, or opposition to something that contradicts or undermines it.",
  })
  for: number;

  @Field(() => Int, {
    description:
      "The number of positions that count against the subject: opposition to something that endorses or advances it, or support for something that contradicts or undermines it.",
  })
  against: number;

  @Field(() => Int, { description: "The number of positions that are abstentions." })
  abstained: number;

  @Field(() => Int, { description: "The number of positions that are undecided or conditional." })
  other: number;

  @Field(() => Int, {
    description:
      "The number of positions from which the leaning is computed: the sum of `for`, `against`, `abstained` and `other`.",
  })
  considered: number;

  @Field(() => Boolean, { description: "Whether the leaning is computed from at least `minimum` positions." })
  enough: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      "The score, from −1 (all against) to 1 (all for): the sum of the weights for, minus the sum of the weights against, divided by the sum of all weights. Null if there are fewer than `minimum` positions.",
  })
  score: number | null;
}

export const LeaningConnection = connectionType(() => Leaning, "Leaning", "leanings");
