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
  description: "The number of standing positions in one group. The fields that `groupBy` does not name are null.",
})
export class PositionCount {
  @Field(() => Stance, { nullable: true, description: "The stance of the positions. Null unless grouped by `STANCE`." })
  stance: Stance | null;

  @Field(() => PositionBasis, {
    nullable: true,
    description: "The basis of the positions. Null unless grouped by `BASIS`.",
  })
  basis: PositionBasis | null;

  @Field(() => ActorKind, {
    nullable: true,
    description: "The kind of the holders. Null unless grouped by `HOLDER_KIND`.",
  })
  holderKind: ActorKind | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The year of `since`. Null unless grouped by `YEAR`, and for positions whose `since` can lie in different years.",
  })
  year: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The month of `since`, such as `2021-01`. Null unless grouped by `MONTH`, and for positions whose `since` can lie in different months.",
  })
  month: string | null;

  @Field(() => Int, { description: "The number of positions in the group." })
  count: number;
}

@Resolver()
export class PositionCountQueries {
  @Declared()
  @Takes({ read: 20, wide: 500, always: true })
  @Query(() => [PositionCount], {
    description:
      "The number of standing positions in each group: for example, votes by stance and year, or stances by topic. Empty groups are not listed.",
  })
  positionCounts(@Args(() => PositionCountsArgs) args: PositionCountsArgs, @Ctx() context: Context) {
    return positionCounts(args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => PositionCount)
export class PositionCountFields {
  @Declared()
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "The holder of the positions. Null unless grouped by `HOLDER`.",
  })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Subject, {
    nullable: true,
    description: "The subject of the positions. Null unless grouped by `SUBJECT`.",
  })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => Topic, {
    nullable: true,
    description:
      "A topic of the positions' subjects. Null unless grouped by `TOPIC`, and for subjects without a topic.",
  })
  topic() {
    return reference(topicTable, "topicId");
  }
}
