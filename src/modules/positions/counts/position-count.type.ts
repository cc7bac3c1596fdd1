import { Field, Int, ObjectType } from "type-graphql";
import { ActorKind, PositionBasis, Stance } from "../../../db/generated/enums.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "How many standing positions have some things in common: those that `groupBy` names. The others are null.",
})
export class PositionCount {
  holderId: string | null;
  proposalId: string | null;
  policyActionId: string | null;
  topicId: string | null;

  @Field(() => Stance, { nullable: true, description: "Their stance, if grouped by `STANCE`." })
  stance: Stance | null;

  @Field(() => PositionBasis, { nullable: true, description: "Their basis, if grouped by `BASIS`." })
  basis: PositionBasis | null;

  @Field(() => ActorKind, { nullable: true, description: "Their holders' kind, if grouped by `HOLDER_KIND`." })
  holderKind: ActorKind | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The year of their `since`, if grouped by `YEAR`; null too for those that may lie in either of two years.",
  })
  year: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The month of their `since`, such as `2021-01`, if grouped by `MONTH`; null too for those that may lie in either of two months.",
  })
  month: string | null;

  @Field(() => Int, { description: "How many they are." })
  count: number;
}
