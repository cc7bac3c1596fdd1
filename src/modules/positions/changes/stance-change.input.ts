import { ArgsType, Field, InputType } from "type-graphql";
import { PositionBasis, Stance } from "../../../db/generated/enums.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { DateRange } from "../../../graphql/filters/date-range.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { columnKey, orderType, relatedKey } from "../../../graphql/order.js";
import { ActorFilter } from "../../actors/index.js";
import { SubjectFilter } from "../../policy-actions/index.js";

@InputType({
  description: `Which changes of stance. ${filterRule}`,
})
export class StanceChangeFilter {
  @Field(() => ActorFilter, { nullable: true, description: "Those of a holder that matches." })
  holder?: ActorFilter | null;

  @Field(() => SubjectFilter, {
    nullable: true,
    description: "Those on a subject that matches; with `across`, it is that of the position after.",
  })
  subject?: SubjectFilter | null;

  @Field(() => [Stance], { nullable: true, description: "Those away from one of these stances." })
  from?: Stance[] | null;

  @Field(() => [Stance], { nullable: true, description: "Those to one of these stances." })
  to?: Stance[] | null;

  @Field(() => [StanceChangeFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: StanceChangeFilter[] | null;

  @Field(() => StanceChangeFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: StanceChangeFilter | null;
}

export const stanceChangeOrder = orderType(
  "StanceChange",
  {
    WHEN: { description: "The day by which it had certainly come about.", keys: columnKey("sinceLatest", "date") },
    HOLDER: { description: "The holder's name.", keys: relatedKey("holderId", "Actor", "name") },
  },
  { field: "WHEN", direction: "ASC" },
);

@ArgsType()
export class StanceChangesArgs extends ConnectionArgs {
  @Field(() => StanceChangeFilter, { nullable: true, description: "Which changes; all when left out." })
  where?: StanceChangeFilter | null;

  @Field(() => SubjectFilter, {
    nullable: true,
    description:
      "Take the subjects that match for one question that recurs, such as the resolutions on one item of two sessions: each position is held against the holder's one before on any of them. Who has a position on one of them alone has changed nothing. Left out: each subject is a question of its own.",
  })
  across?: SubjectFilter | null;

  @Field(() => [PositionBasis], {
    nullable: true,
    description:
      "Hold only positions with one of these bases against each other, such as votes against votes; all when left out.",
  })
  bases?: PositionBasis[] | null;

  @Field(() => DateRange, { nullable: true, description: "Only changes whose `when` lies in this range." })
  between?: DateRange | null;

  @Field(() => stanceChangeOrder.input, {
    nullable: true,
    description: "Their order; by when they came about when left out.",
  })
  orderBy?: InstanceType<typeof stanceChangeOrder.input> | null;
}
