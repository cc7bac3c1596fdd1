import { ArgsType, Field, InputType } from "type-graphql";
import { PositionBasis, Stance } from "../../../db/generated/enums.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { DateRange } from "../../../graphql/filters/date-range.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { columnKey, orderType, relatedKey } from "../../../graphql/order.js";
import { ActorFilter } from "../../actors/index.js";
import { SubjectFilter } from "../../policy-actions/index.js";

@InputType({
  description: `A filter for changes of stance. ${filterRule}`,
})
export class StanceChangeFilter {
  @Field(() => ActorFilter, { nullable: true, description: "Only changes of a holder that matches this filter." })
  holder?: ActorFilter | null;

  @Field(() => SubjectFilter, {
    nullable: true,
    description:
      "Only changes on a subject that matches this filter. With `across`, the subject of the position after the change is compared.",
  })
  subject?: SubjectFilter | null;

  @Field(() => [Stance], { nullable: true, description: "Only changes from one of these stances." })
  from?: Stance[] | null;

  @Field(() => [Stance], { nullable: true, description: "Only changes to one of these stances." })
  to?: Stance[] | null;

  @Field(() => [StanceChangeFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: StanceChangeFilter[] | null;

  @Field(() => StanceChangeFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: StanceChangeFilter | null;
}

export const stanceChangeOrder = orderType(
  "StanceChange",
  {
    WHEN: {
      description: "The day by which the change had certainly happened.",
      keys: columnKey("sinceLatest", "date"),
    },
    HOLDER: { description: "The holder's name.", keys: relatedKey("holderId", "Actor", "name") },
  },
  { field: "WHEN", direction: "ASC" },
);

@ArgsType()
export class StanceChangesArgs extends ConnectionArgs {
  @Field(() => StanceChangeFilter, {
    nullable: true,
    description: "Only changes that match this filter. Default: all.",
  })
  where?: StanceChangeFilter | null;

  @Field(() => SubjectFilter, {
    nullable: true,
    description:
      "Treat all subjects that match this filter as one recurring question, such as the resolutions on the same agenda item in two sessions. Each position is compared with the holder's previous position on any of them. A holder with a position on only one of them has no change. Default: each subject is compared by itself.",
  })
  across?: SubjectFilter | null;

  @Field(() => [PositionBasis], {
    nullable: true,
    description: "Compare only positions with one of these bases, such as votes with votes. Default: all.",
  })
  bases?: PositionBasis[] | null;

  @Field(() => DateRange, { nullable: true, description: "Only changes whose `when` lies in this range." })
  between?: DateRange | null;

  @Field(() => stanceChangeOrder.input, {
    nullable: true,
    description: "The sort order. Default: by `when`, earliest first.",
  })
  orderBy?: InstanceType<typeof stanceChangeOrder.input> | null;
}
