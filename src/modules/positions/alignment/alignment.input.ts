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
    "The group whose majority each actor is compared with; an empty one is the majority of all. An actor's own position is not part of the majority that it is compared with.",
};
const whereOptions = {
  nullable: true,
  description: "Which standing positions count, of the actor and of the group; all when left out.",
};

@ArgsType()
export class AlignmentArgs {
  @Field(() => GroupInput, withOptions)
  with: GroupInput;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => Int, {
    nullable: true,
    description: "The fewest compared subjects for which there is a score; 1 when left out.",
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

export const alignmentOrder = orderType(
  "Alignment",
  {
    SCORE: { description: "The part of the compared subjects with the majority.", keys: columnKey("score", "float8") },
    AGAINST: { description: "On how many subjects it left the majority.", keys: columnKey("against", "integer") },
    COMPARED: { description: "On how many subjects it is compared.", keys: columnKey("compared", "integer") },
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
  @Field(() => ActorFilter, { nullable: true, description: "Which actors are compared; all when left out." })
  of?: ActorFilter | null;

  @Field(() => GroupInput, withOptions)
  with: GroupInput;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => Int, {
    nullable: true,
    description: "The fewest compared subjects for which an actor is listed; 1 when left out.",
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => alignmentOrder.input, {
    nullable: true,
    description: "Their order; by how often they left the majority, most first, when left out.",
  })
  orderBy?: InstanceType<typeof alignmentOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} It is also the day of \`memberOf\` in \`of\`.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}
