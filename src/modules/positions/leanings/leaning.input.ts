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
    description:
      "The score, then the number of positions from which it is computed. Leanings without a score count as lowest.",
    keys: (leaning: Sql): SortKey[] => [
      { sql: sql`coalesce(${leaning}."score", -2)`, type: "float8" },
      ...columnKey("considered", "integer")(leaning),
    ],
  },
  FOR: { description: "The number of positions for the subject.", keys: columnKey("for", "integer") },
  AGAINST: { description: "The number of positions against the subject.", keys: columnKey("against", "integer") },
  CONSIDERED: {
    description: "The number of positions from which the leaning is computed.",
    keys: columnKey("considered", "integer"),
  },
} satisfies Record<string, OrderField>;

export const leaningOrder = orderType(
  "Leaning",
  { HOLDER: { description: "The name of the holder.", keys: columnKey("name", "text") }, ...countOrders },
  { field: "SCORE", direction: "DESC" },
);

export const actorLeaningOrder = orderType(
  "ActorLeaning",
  { SUBJECT: { description: "The title of the subject.", keys: columnKey("name", "text") }, ...countOrders },
  { field: "SUBJECT", direction: "ASC" },
);

@ArgsType()
class LeaningListArgs extends ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: defaultMinimum,
    description: "The smallest number of positions for which a score is computed; at least 1. Null means the default.",
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only leanings computed from at least `minimum` positions. False: only the others. Default: both.",
  })
  enough?: boolean | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} \`memberOf\` in \`where\` is checked on the same day.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

@ArgsType()
export class ProposalLeaningsArgs extends LeaningListArgs {
  @Field(() => ActorFilter, { nullable: true, description: "Only holders that match this filter. Default: all." })
  where?: ActorFilter | null;

  @Field(() => leaningOrder.input, {
    nullable: true,
    description: "The sort order. Default: by score, highest first.",
  })
  orderBy?: InstanceType<typeof leaningOrder.input> | null;
}

@ArgsType()
export class ActorLeaningsArgs extends LeaningListArgs {
  @Field(() => ProposalFilter, {
    nullable: true,
    description: "Only leanings on proposals that match this filter. Default: all.",
  })
  where?: ProposalFilter | null;

  @Field(() => actorLeaningOrder.input, {
    nullable: true,
    description: "The sort order. Default: by the subject's title.",
  })
  orderBy?: InstanceType<typeof actorLeaningOrder.input> | null;
}

@ArgsType()
export class LeaningPositionsArgs extends ConnectionArgs {
  @Field(() => PositionFilter, { nullable: true, description: "Only positions that match this filter. Default: all." })
  where?: PositionFilter | null;

  @Field(() => positionOrder.input, { nullable: true, description: "The sort order. Default: by `since`." })
  orderBy?: InstanceType<typeof positionOrder.input> | null;
}

/** How many positions a score needs. */
export const minimumOf = ({ minimum }: LeaningListArgs): number => minimum ?? defaultMinimum;
