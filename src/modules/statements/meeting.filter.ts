import { allOf, anyOf, type Condition, isNot, liesIn, oneOf, textMatches } from "../../db/conditions.js";
import { type Sql, sql } from "../../db/sql.js";
import { actorWithId } from "../actors/index.js";
import type { MeetingFilter } from "./meeting.input.js";

/**
 * Whether the meeting in a table under this alias matches a filter; undefined where the filter demands nothing.
 *
 * @param asOf the day on which the `memberOf` of an actor filter is asked unless that names one; today where undefined
 */
export function meetingMatches(
  where: MeetingFilter | null | undefined,
  meeting: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${meeting}."slug"`, where.slugs),
    actorWithId(sql`${meeting}."bodyId"`, where.body, asOf),
    liesIn(where.heldOn, meeting, "heldOn"),
    where.text &&
      anyOf([textMatches(where.text, sql`${meeting}."title"`), textMatches(where.text, sql`${meeting}."symbol"`)]),
    where.or && anyOf(where.or.map((filter) => meetingMatches(filter, meeting, asOf))),
    where.not && isNot(meetingMatches(where.not, meeting, asOf)),
  ]);
}
