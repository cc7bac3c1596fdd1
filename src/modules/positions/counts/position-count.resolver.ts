import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { reference } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Topic, topicTable } from "../../proposals/index.js";
import { subjectReference } from "../position/subject-of.js";
import { PositionCountsArgs } from "./position-count.input.js";
import { positionCounts } from "./position-count.repository.js";
import { PositionCount } from "./position-count.type.js";

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
