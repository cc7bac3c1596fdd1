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

/** Whether neither the holder nor the subject of a position is retracted, which would hide the position too. */
export function isInSight(position: Sql): Sql {
  return sql`(${isHolderInSight(position)} and ${isSubjectInSight(position)})`;
}

export function isHolderInSight(position: Sql): Sql {
  return sql`not exists (select from "Actor" gone where gone."id" = ${position}."holderId" and gone."retractedAt" is not null)`;
}

export function isSubjectInSight(position: Sql): Sql {
  return sql`(not exists (select from "Proposal" gone where gone."id" = ${position}."proposalId" and gone."retractedAt" is not null)
    and not exists (select from "PolicyAction" gone where gone."id" = ${position}."policyActionId" and gone."retractedAt" is not null))`;
}

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
