import { ArgsType, Field, InputType } from "type-graphql";
import type { AbsenceBasis as Basis } from "../../../db/generated/enums.js";
import { AbsenceBasis } from "../../../db/generated/enums.js";
import { allOf, anyOf, type Condition, isNot, oneOf } from "../../../db/reading/conditions.js";
import { type Sql, sql } from "../../../db/sql.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { columnKey, orderType } from "../../../graphql/order.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { ActorFilter } from "../../actors/index.js";
import { RollCallFilter, rollCallMatches } from "../roll-call/roll-call.input.js";

@InputType({ description: `A filter for absences from roll calls. ${filterRule}` })
export class AbsenceFilter {
  @Field(() => RollCallFilter, {
    nullable: true,
    description: "Only absences from a roll call that matches this filter.",
  })
  rollCall?: RollCallFilter | null;

  @Field(() => [AbsenceBasis], { nullable: true, description: "Only absences or positions with one of these bases." })
  bases?: Basis[] | null;

  @Field(() => [AbsenceFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: AbsenceFilter[] | null;

  @Field(() => AbsenceFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: AbsenceFilter | null;
}

export const absenceOrder = orderType(
  "Absence",
  {
    HELD_ON: {
      description: "The earliest day on which the roll call can have been held.",
      keys: columnKey("heldOnEarliest", "date"),
    },
    PROPOSAL: { description: "The title of the proposal that was voted on.", keys: columnKey("title", "text") },
  },
  { field: "HELD_ON", direction: "ASC" },
);

export const absenteeOrder = orderType(
  "Absentee",
  {
    COUNT: {
      description: "The number of roll calls from which the actor was absent.",
      keys: columnKey("count", "integer"),
    },
    NAME: { description: "The actor's name.", keys: columnKey("name", "text") },
  },
  { field: "COUNT", direction: "DESC" },
);

const orderOptions = { nullable: true, description: "The sort order. Default: by the date of the roll call." };

/** The absences of an absentee: those that it was counted by. */
@ArgsType()
export class CountedAbsencesArgs extends ConnectionArgs {
  @Field(() => absenceOrder.input, orderOptions)
  orderBy?: InstanceType<typeof absenceOrder.input> | null;
}

@ArgsType()
export class AbsencesArgs extends CountedAbsencesArgs {
  @Field(() => AbsenceFilter, { nullable: true, description: "Only absences that match this filter. Default: all." })
  where?: AbsenceFilter | null;
}

@ArgsType()
export class AbsenteesArgs extends ConnectionArgs {
  @Field(() => ActorFilter, { nullable: true, description: "Only actors that match this filter. Default: all." })
  of?: ActorFilter | null;

  @Field(() => AbsenceFilter, {
    nullable: true,
    description: "Only absences that match this filter count. Default: all.",
  })
  where?: AbsenceFilter | null;

  @Field(() => absenteeOrder.input, {
    nullable: true,
    description: "The sort order. Default: by the number of absences, largest first.",
  })
  orderBy?: InstanceType<typeof absenteeOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The day of `memberOf` in `of` (YYYY-MM-DD). Default: today.",
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

/** Whether an absence matches a filter, given aliases of the two tables; undefined where the filter demands nothing. */
export function absenceMatches(
  where: AbsenceFilter | null | undefined,
  absence: Sql,
  rollCall: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    rollCallMatches(where.rollCall, rollCall, asOf),
    oneOf(sql`${absence}."basis"`, where.bases, "AbsenceBasis"),
    where.or && anyOf(where.or.map((filter) => absenceMatches(filter, absence, rollCall, asOf))),
    where.not && isNot(absenceMatches(where.not, absence, rollCall, asOf)),
  ]);
}
