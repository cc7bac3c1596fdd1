import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { reference } from "../../../graphql/reference.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Topic, topicTable } from "../../proposals/index.js";
import { subjectOf } from "../position/subject-of.js";
import { PositionCountsArgs } from "./position-count.input.js";
import { positionCounts } from "./position-count.repository.js";
import { PositionCount } from "./position-count.type.js";

@Resolver()
export class PositionCountQueries {
  @Takes({ read: 20, wide: 500, always: true })
  @Query(() => [PositionCount], {
    description:
      "How many standing positions there are, by what they have in common: votes by stance and year, stances by topic. Only what occurs is listed.",
  })
  positionCounts(@Args(() => PositionCountsArgs) args: PositionCountsArgs, @Ctx() context: Context) {
    return positionCounts(context.database, args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => PositionCount)
export class PositionCountFields {
  @FieldResolver(() => Actor, { nullable: true, description: "Their holder, if grouped by `HOLDER`." })
  holder(@Root() count: PositionCount, @Ctx() context: Context) {
    return reference(actorTable, count.holderId, context);
  }

  @FieldResolver(() => Subject, { nullable: true, description: "What they are on, if grouped by `SUBJECT`." })
  subject(@Root() count: PositionCount, @Ctx() context: Context) {
    return subjectOf(count, context);
  }

  @FieldResolver(() => Topic, {
    nullable: true,
    description: "A topic of what they are on, if grouped by `TOPIC`; null too for those on what has none.",
  })
  topic(@Root() count: PositionCount, @Ctx() context: Context) {
    return reference(topicTable, count.topicId, context);
  }
}
