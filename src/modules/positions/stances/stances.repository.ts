import { ArgsType, Field } from "type-graphql";
import type { Stance } from "../../../db/generated/enums.js";
import { orTrue } from "../../../db/reading/conditions.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { raw, sql } from "../../../db/sql.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import type { ListSql } from "../../../graphql/field-sql.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { ActorFilter, actorList, actorOrder } from "../../actors/index.js";
import { asOfDescription, holderInSight, PositionFilter, positionMatches, stands } from "../position/position.input.js";

@ArgsType()
export class StanceHoldersArgs extends ConnectionArgs {
  @Field(() => ActorFilter, { nullable: true, description: "Only actors that match this filter. Default: all." })
  where?: ActorFilter | null;

  @Field(() => actorOrder.input, { nullable: true, description: "The sort order. Default: by name." })
  orderBy?: InstanceType<typeof actorOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} \`memberOf\` in \`where\` is checked on the same day.`,
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
    description: "Only standing positions that match this filter are counted. Default: all.",
  })
  where?: PositionFilter | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

const position = raw("position");

/** The actors whose standing position on each parent, a subject, is `stance`. */
export function stanceHolderList(args: StanceHoldersArgs, stance: Stance, asOf: string | undefined): ListQuery {
  return actorList(
    args,
    asOf,
    sql`actor."id" in (select position."holderId" from "Position" position
      where position."subjectId" = parent."id" and position."stance" = ${stance}::text::"Stance"
      and ${stands(position, asOf)})`,
  );
}

/** How many standing positions on a subject take each stance, in the stances' order, zeros included. */
export function stanceCounts(args: StanceCountsArgs, asOf: string | undefined): ListSql {
  return {
    kind: "list",
    rows: (count, subject) => ({
      from: sql`(select listed."stance", coalesce(counted."count", 0) as "count"
        from unnest(enum_range(null::"Stance")) as listed("stance")
        left join (select position."stance", count(*) as "count" from "Position" position
          where position."subjectId" = ${subject}."id" and ${stands(position, asOf)}
          and ${holderInSight(position)} and ${orTrue(positionMatches(args.where, position, asOf))}
          group by position."stance") counted on counted."stance" = listed."stance") ${count}`,
      orderBy: sql`${count}."stance"`,
    }),
  };
}
