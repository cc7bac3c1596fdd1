import { ArgsType, Field } from "type-graphql";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { ActorFilter, actorOrder } from "../../actors/index.js";
import { asOfDescription, PositionFilter } from "../position/position.input.js";

@ArgsType()
export class StanceHoldersArgs extends ConnectionArgs {
  @Field(() => ActorFilter, { nullable: true, description: "Which actors; all when left out." })
  where?: ActorFilter | null;

  @Field(() => actorOrder.input, { nullable: true, description: "Their order; by name when left out." })
  orderBy?: InstanceType<typeof actorOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} It is also the day of \`memberOf\` in \`where\`.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

@ArgsType()
export class StanceCountsArgs {
  // Over positions, not over their holders as in `supporters`: a count is of positions, and this asks for bases too.
  @Field(() => PositionFilter, {
    nullable: true,
    description: "Which of the standing positions to count; all when left out.",
  })
  where?: PositionFilter | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}
