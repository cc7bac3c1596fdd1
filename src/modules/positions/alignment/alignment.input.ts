import { Min } from "class-validator";
import { ArgsType, Field, Int } from "type-graphql";
import type { SortForm } from "../../../db/reading/page.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { SortedBy } from "../../../graphql/connection/paging-rules.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { columnKey, orderType } from "../../../graphql/order.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { ActorFilter } from "../../actors/index.js";
import { asOfDescription, PositionFilter } from "../position/position.input.js";
import { GroupInput } from "../votes/group.input.js";

const withOptions = {
  description:
    "The group whose majority each actor is compared with. An empty object means all actors. An actor's own position is not part of the majority that it is compared with.",
};
const whereOptions = {
  nullable: true,
  description: "Only standing positions that match this filter count, for the actor and for the group. Default: all.",
};

@ArgsType()
export class AlignmentArgs {
  @Field(() => GroupInput, withOptions)
  with: GroupInput;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => Int, {
    nullable: true,
    description: "The smallest number of compared subjects for which a score is computed. Default: 1.",
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

export const alignmentOrder = orderType(
  "Alignment",
  {
    SCORE: {
      description: "The share of the compared subjects on which the actor votes with the majority.",
      keys: columnKey("score", "float8"),
    },
    AGAINST: {
      description: "The number of subjects on which the actor differs from the majority.",
      keys: columnKey("against", "integer"),
    },
    COMPARED: { description: "The number of subjects that are compared.", keys: columnKey("compared", "integer") },
    NAME: { description: "The actor's name.", keys: columnKey("name", "text") },
  },
  { field: "AGAINST", direction: "DESC" },
);

/** By since, earliest first. */
export const dissentOrder: SortForm = { name: "Dissent.SINCE", types: ["date", "uuid"], direction: "ASC" };

@SortedBy(dissentOrder)
@ArgsType()
export class DissentsArgs extends ConnectionArgs {}

@ArgsType()
export class AlignmentsArgs extends ConnectionArgs {
  @Field(() => ActorFilter, {
    nullable: true,
    description: "Only actors that match this filter are compared. Default: all.",
  })
  of?: ActorFilter | null;

  @Field(() => GroupInput, withOptions)
  with: GroupInput;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => Int, {
    nullable: true,
    description: "The smallest number of compared subjects for which an actor is listed. Default: 1.",
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => alignmentOrder.input, {
    nullable: true,
    description:
      "The sort order. Default: by the number of subjects on which the actor differs from the majority, largest first.",
  })
  orderBy?: InstanceType<typeof alignmentOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} \`memberOf\` in \`of\` is checked on the same day.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}
