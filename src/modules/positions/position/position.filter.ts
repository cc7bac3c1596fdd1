import { allOf, anyOf, isNot, liesIn, oneOf } from "../../../db/conditions.js";
import { type Sql, sql } from "../../../db/sql.js";
import { actorWithId } from "../../actors/index.js";
import { subjectWithId } from "../../policy-actions/index.js";
import type { PositionFilter } from "./position.input.js";

/**
 * Whether a position stands: on the day `asOf`, or now where that is undefined. One position at most does of a holder on
 * a subject. The database keeps `standingUntil`, so this needs no look at the holder's other positions.
 */
export function stands(position: Sql, asOf: string | undefined): Sql {
  const day =
    asOf === undefined
      ? sql`${position}."standingUntil" = '9999-12-31'::date`
      : sql`${position}."sinceLatest" <= ${asOf}::date and ${position}."standingUntil" > ${asOf}::date`;
  return sql`(${day} and ${position}."retractedAt" is null)`;
}

/**
 * To join to a table of positions: its `holder`, for those whose holder is not retracted. What is retracted takes its
 * positions out of sight. A join, because Postgres takes a `not exists` to leave next to no row where next to nothing is
 * retracted, and then plans the rest for that one row.
 */
export function withHolder(position: Sql): Sql {
  return sql`join "Actor" holder on holder."id" = ${position}."holderId" and holder."retractedAt" is null`;
}

/** To join to a table of positions: the subject, as `proposal` or `action`; goes with `subjectInSight`. */
export function withSubject(position: Sql): Sql {
  return sql`left join "Proposal" proposal on proposal."id" = ${position}."proposalId"
    left join "PolicyAction" action on action."id" = ${position}."policyActionId"`;
}

/** Whether the subject that `withSubject` joined is not retracted. */
export const subjectInSight = sql`(proposal."retractedAt" is null and action."retractedAt" is null)`;

/** The title of the subject that `withSubject` joined. */
export const subjectTitle = sql`coalesce(proposal."title", action."title")`;

/**
 * Whether the position in a table under this alias matches a filter; all do where none is given.
 *
 * @param asOf the day on which memberships in the filter are asked
 */
export function positionMatches(
  where: PositionFilter | null | undefined,
  position: Sql,
  asOf: string | undefined,
): Sql {
  if (!where) return sql`true`;
  return allOf([
    actorWithId(sql`${position}."holderId"`, where.holder, asOf),
    actorWithId(sql`${position}."throughId"`, where.through, asOf),
    subjectWithId(sql`${position}."subjectId"`, where.subject, asOf),
    oneOf(sql`${position}."stance"`, where.stances, "Stance"),
    oneOf(sql`${position}."basis"`, where.bases, "PositionBasis"),
    liesIn(where.since, position, "since"),
    where.or && anyOf(where.or.map((filter) => positionMatches(filter, position, asOf))),
    where.not && isNot(positionMatches(where.not, position, asOf)),
  ]);
}
