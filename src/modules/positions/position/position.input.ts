import { ArgsType, Field, ID, InputType } from "type-graphql";
import { PositionBasis, Stance } from "../../../db/generated/enums.js";
import {
  allOf,
  anyOf,
  type Condition,
  type DayRange,
  isNoneOf,
  isNot,
  liesIn,
  oneOf,
} from "../../../db/reading/conditions.js";
import { type Sql, sql } from "../../../db/sql.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { includeRetractedOptions } from "../../../graphql/connection/retractable-args.js";
import { DateRange } from "../../../graphql/filters/date-range.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { columnKey, orderType, recordingOrders, relatedKey } from "../../../graphql/order.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { IdsOf } from "../../../graphql/validation/value-rules.js";
import { entities } from "../../../record/entities/index.js";
import { ActorFilter, actorWithId } from "../../actors/index.js";
import { SubjectFilter, subjectWithId } from "../../policy-actions/index.js";
import { isSole, SourceFilter } from "../../sources/index.js";
import { RollCallFilter, rollCallWithId } from "../roll-call/roll-call.input.js";
import { citesSource, sourcesOf } from "./position-sources.repository.js";

/** What every `asOf` in this module means. */
export const asOfDescription =
  "Valid time (YYYY-MM-DD): only positions that were standing on this day, that is, certainly held by then and not yet replaced. Default: the request's `Standpoint-As-Of` header, then now.";

@InputType({
  description: `A filter for positions. ${filterRule} For fields that return standing positions, only standing positions are compared: an older position of the same holder never matches instead.`,
})
export class PositionFilter {
  @Field(() => ActorFilter, { nullable: true, description: "Only positions whose holder matches this filter." })
  holder?: ActorFilter | null;

  @Field(() => ActorFilter, {
    nullable: true,
    description: "Only positions held through an actor that matches this filter.",
  })
  through?: ActorFilter | null;

  @Field(() => SubjectFilter, { nullable: true, description: "Only positions on a subject that matches this filter." })
  subject?: SubjectFilter | null;

  @Field(() => [Stance], { nullable: true, description: "Only positions with one of these stances." })
  stances?: Stance[] | null;

  @Field(() => [PositionBasis], { nullable: true, description: "Only absences or positions with one of these bases." })
  bases?: PositionBasis[] | null;

  @Field(() => RollCallFilter, {
    nullable: true,
    description: "Only votes and adoptions whose roll call matches this filter.",
  })
  rollCall?: RollCallFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Only positions whose `since` lies in this range." })
  since?: DateRange | null;

  @Field(() => SourceFilter, {
    nullable: true,
    description: "Only positions with a source in `allSources` that matches this filter.",
  })
  source?: SourceFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only positions with exactly one source, including those of their evidence. False: only positions with no source or several.",
  })
  soleSource?: boolean | null;

  @Field(() => [PositionFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: PositionFilter[] | null;

  @Field(() => PositionFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: PositionFilter | null;
}

const holderName = relatedKey("holderId", "Actor", "name");

/** The title of the proposal or of the policy action, whichever is the subject. */
const subjectTitleKey = relatedKey(
  "proposalId",
  "Proposal",
  "title",
  (position) =>
    sql`(select related."title" from "PolicyAction" related where related."id" = ${position}."policyActionId")`,
);

export const positionOrder = orderType(
  "Position",
  {
    SINCE: { description: "The earliest day of `since`.", keys: columnKey("sinceEarliest", "date") },
    HOLDER: { description: "The holder's name.", keys: holderName },
    SUBJECT: { description: "The subject's title.", keys: subjectTitleKey },
    STANCE: {
      description:
        "The stance, in the order of `Stance`. Positions with the same stance are sorted by the holder's name.",
      keys: (position) => [
        { sql: sql`array_position(enum_range(null::"Stance"), ${position}."stance")`, type: "integer" },
        ...holderName(position),
      ],
    },
    ...recordingOrders,
  },
  { field: "SINCE", direction: "ASC" },
);

@ArgsType()
export class PositionByIdArgs {
  @Field(() => ID, {
    description:
      "The global id of the position, such as `position_01h2xcejqtf2nbrexx3vqjhp41`. The id of another type is refused.",
  })
  @IdsOf(() => [entities.positions.prefix])
  id: string;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

@ArgsType()
export class PositionListArgs extends ConnectionArgs {
  @Field(() => PositionFilter, { nullable: true, description: "Only positions that match this filter. Default: all." })
  where?: PositionFilter | null;

  @Field(() => positionOrder.input, {
    nullable: true,
    description: "The sort order. Default: by `since`.",
  })
  orderBy?: InstanceType<typeof positionOrder.input> | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

@ArgsType()
export class PositionHistoryArgs extends PositionListArgs {
  @Field(() => Boolean, includeRetractedOptions)
  includeRetracted?: boolean | null;
}

/** Standing positions: none of them is retracted. */
@ArgsType()
export class PositionsArgs extends PositionListArgs {
  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/**
 * Whether a position stands: on the day `asOf`, or now where that is undefined. One position at most does of a holder on
 * a subject. The database keeps `standingUntil`, so this needs no look at the holder's other positions, nor whether it is
 * retracted: one that is never stands. So an index can answer it alone.
 */
export function stands(position: Sql, asOf: string | undefined): Sql {
  return asOf === undefined
    ? sql`${position}."standingUntil" = '9999-12-31'::date`
    : // The earliest day is no later than the latest, and stands first in an index.
      sql`(${position}."sinceEarliest" <= ${asOf}::date and ${position}."sinceLatest" <= ${asOf}::date
        and ${position}."standingUntil" > ${asOf}::date)`;
}

/**
 * Whether the `since` of a position lies in a range. What may lie in it begins no earlier than the least precise date on
 * record reaches back: said as well, so that an index on the earliest day need not be read from its start.
 */
function sinceLiesIn(range: DayRange | null | undefined, position: Sql): Sql | undefined {
  const matches = liesIn(range, position, "since");
  if (!matches || range?.from == null || range.match === "CERTAIN") return matches;
  // Dates wider than a month are few, and have an index of their own. No day is earlier than the first of year 1.
  const width = sql`select coalesce(max(wide."sinceLatest" - wide."sinceEarliest"), 31) from "Position" wide
    where wide."sinceLatest" - wide."sinceEarliest" > 31`;
  return sql`(${matches} and ${position}."sinceEarliest"
    >= ${range.from}::date - least((${width}), ${range.from}::date - '0001-01-01'::date))`;
}

/** Whether a position's holder is not retracted: what is retracted takes its positions out of sight. */
export function holderInSight(position: Sql): Sql {
  return isNoneOf(
    sql`${position}."holderId"`,
    sql`select gone."id" from "Actor" gone where gone."retractedAt" is not null`,
  );
}

/** Whether a position's subject is not retracted, likewise. */
export function subjectInSight(position: Sql): Sql {
  return isNoneOf(
    sql`${position}."subjectId"`,
    sql`select gone."id" from "Proposal" gone where gone."retractedAt" is not null
      union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null`,
  );
}

/** To join to a table of positions: the subject, as `proposal` or `action`, for `subjectTitle`. */
export function withSubject(position: Sql): Sql {
  return sql`left join "Proposal" proposal on proposal."id" = ${position}."proposalId"
    left join "PolicyAction" action on action."id" = ${position}."policyActionId"`;
}

/** The title of the subject that `withSubject` joined. */
export const subjectTitle = sql`coalesce(proposal."title", action."title")`;

/**
 * Whether the position in a table under this alias matches a filter; undefined where the filter demands nothing.
 *
 * @param asOf the day on which memberships in the filter are asked
 */
export function positionMatches(
  where: PositionFilter | null | undefined,
  position: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    actorWithId(sql`${position}."holderId"`, where.holder, asOf),
    actorWithId(sql`${position}."throughId"`, where.through, asOf),
    subjectWithId(sql`${position}."subjectId"`, where.subject, asOf),
    oneOf(sql`${position}."stance"`, where.stances, "Stance"),
    oneOf(sql`${position}."basis"`, where.bases, "PositionBasis"),
    // Implied, and said for an index: almost all positions are votes.
    where.bases && !where.bases.includes("VOTE") && sql`${position}."basis" <> 'VOTE'`,
    rollCallWithId(sql`${position}."evidenceRollCallId"`, where.rollCall, asOf),
    citesSource(position, where.source),
    isSole(where.soleSource, sourcesOf(position)),
    sinceLiesIn(where.since, position),
    where.or && anyOf(where.or.map((filter) => positionMatches(filter, position, asOf))),
    where.not && isNot(positionMatches(where.not, position, asOf)),
  ]);
}
