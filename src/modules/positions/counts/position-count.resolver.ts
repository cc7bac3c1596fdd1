import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { ActorKind, PositionBasis, Stance } from "../../../db/generated/enums.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { reference } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Topic, topicTable } from "../../proposals/index.js";
import { subjectReference } from "../position/position.resolver.js";
import { PositionCountsArgs } from "./position-count.input.js";
import { positionCounts } from "./position-count.repository.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "How many standing positions have some things in common: those that `groupBy` names. The others are null.",
})
export class PositionCount {
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

@Resolver()
export class PositionCountQueries {
  @Declared()
  @Takes({ read: 20, wide: 500, always: true })
  @Query(() => [PositionCount], {
    description:
      "How many standing positions there are, by what they have in common: votes by stance and year, stances by topic. Only what occurs is listed.",
  })
  positionCounts(@Args(() => PositionCountsArgs) args: PositionCountsArgs, @Ctx() context: Context) {
    return positionCounts(args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => PositionCount)
export class PositionCountFields {
  @Declared()
  @FieldResolver(() => Actor, { nullable: true, description: "Their holder, if grouped by `HOLDER`." })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Subject, { nullable: true, description: "What they are on, if grouped by `SUBJECT`." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Topic, {
    nullable: true,
    description: "A topic of what they are on, if grouped by `TOPIC`; null too for those on what has none.",
  })
  topic() {
    return reference(topicTable, "topicId");
  }
}
