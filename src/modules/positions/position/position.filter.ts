import { allOf, anyOf, type Condition, type DayRange, isNoneOf, isNot, liesIn, oneOf } from "../../../db/conditions.js";
import { type Sql, sql } from "../../../db/sql.js";
import { actorWithId } from "../../actors/index.js";
import { subjectWithId } from "../../policy-actions/index.js";
import type { PositionFilter } from "./position.input.js";

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
    sinceLiesIn(where.since, position),
    where.or && anyOf(where.or.map((filter) => positionMatches(filter, position, asOf))),
    where.not && isNot(positionMatches(where.not, position, asOf)),
  ]);
}
