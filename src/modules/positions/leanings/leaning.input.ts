import { Min } from "class-validator";
import { ArgsType, Field, Int } from "type-graphql";
import type { SortKey } from "../../../db/reading/page.js";
import { type Sql, sql } from "../../../db/sql.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { columnKey, type OrderField, orderType } from "../../../graphql/order.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { ActorFilter } from "../../actors/index.js";
import { ProposalFilter } from "../../proposals/index.js";
import { asOfDescription, PositionFilter, positionOrder } from "../position/position.input.js";

const defaultMinimum = 3;

/** The orders by what was counted. */
const countOrders = {
  SCORE: {
    description: "Its score, then how many positions it is made of; those without a score count as lowest.",
    keys: (leaning: Sql): SortKey[] => [
      { sql: sql`coalesce(${leaning}."score", -2)`, type: "float8" },
      ...columnKey("considered", "integer")(leaning),
    ],
  },
  FOR: { description: "How many positions are for the subject.", keys: columnKey("for", "integer") },
  AGAINST: { description: "How many positions are against the subject.", keys: columnKey("against", "integer") },
  CONSIDERED: { description: "How many positions it is made of.", keys: columnKey("considered", "integer") },
} satisfies Record<string, OrderField>;

export const leaningOrder = orderType(
  "Leaning",
  { HOLDER: { description: "The name of its holder.", keys: columnKey("name", "text") }, ...countOrders },
  { field: "SCORE", direction: "DESC" },
);

export const actorLeaningOrder = orderType(
  "ActorLeaning",
  { SUBJECT: { description: "The title of its subject.", keys: columnKey("name", "text") }, ...countOrders },
  { field: "SUBJECT", direction: "ASC" },
);

@ArgsType()
class LeaningListArgs extends ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: defaultMinimum,
    description: "From how many positions on there is a score: at least 1. Null is the default.",
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only leanings with as many positions as `minimum` (true), or with fewer (false); both when left out.",
  })
  enough?: boolean | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} It is also the day of \`memberOf\` in \`where\`.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

@ArgsType()
export class ProposalLeaningsArgs extends LeaningListArgs {
  @Field(() => ActorFilter, { nullable: true, description: "Which holders; all when left out." })
  where?: ActorFilter | null;

  @Field(() => leaningOrder.input, {
    nullable: true,
    description: "Their order; the highest score first when left out.",
  })
  orderBy?: InstanceType<typeof leaningOrder.input> | null;
}

@ArgsType()
export class ActorLeaningsArgs extends LeaningListArgs {
  @Field(() => ProposalFilter, { nullable: true, description: "On which proposals; on all when left out." })
  where?: ProposalFilter | null;

  @Field(() => actorLeaningOrder.input, {
    nullable: true,
    description: "Their order; by the subject's title when left out.",
  })
  orderBy?: InstanceType<typeof actorLeaningOrder.input> | null;
}

@ArgsType()
export class LeaningPositionsArgs extends ConnectionArgs {
  @Field(() => PositionFilter, { nullable: true, description: "Which of the positions; all when left out." })
  where?: PositionFilter | null;

  @Field(() => positionOrder.input, { nullable: true, description: "Their order; by `since` when left out." })
  orderBy?: InstanceType<typeof positionOrder.input> | null;
}

/** How many positions a score needs. */
export const minimumOf = ({ minimum }: LeaningListArgs): number => minimum ?? defaultMinimum;
