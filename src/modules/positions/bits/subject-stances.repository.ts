import { allOf } from "../../../db/reading/conditions.js";
import { empty, raw, type Sql, sql } from "../../../db/sql.js";
import { actorWithId, heldOn, isMembershipOf } from "../../actors/index.js";
import { holderInSight, type PositionFilter, positionMatches, subjectInSight } from "../position/position.input.js";
import type { GroupInput } from "../votes/group.input.js";

/*
 * The table "SubjectStances" says who has a standing position on a subject, with a bit for each holder: one row for all
 * holders whose positions are alike in stance, basis, dates and roll call. A group is then a string of bits as well, and
 * its votes on a subject are the bits that both have. Triggers on positions keep the table (migration `stances_as_bits`);
 * at an earlier moment it is a view over the positions of then.
 */

/** The conditions on positions that its rows can answer. */
const answered: readonly (keyof PositionFilter)[] = ["subject", "stances", "bases", "rollCall", "since", "or", "not"];

/** Whether the table can answer a filter: as of now, and about nothing that differs between holders of one row. */
export function areInSubjectStances(where: PositionFilter | null | undefined, asOf: string | undefined): boolean {
  return asOf === undefined && asksOnly(where, answered);
}

/** Whether a filter, and each filter in it, has no other conditions than these. */
export function asksOnly(where: PositionFilter | null | undefined, fields: readonly (keyof PositionFilter)[]): boolean {
  if (!where) return true;
  const { or, not, ...conditions } = where;
  const names = Object.entries(conditions).flatMap(([name, value]) => (value == null ? [] : [name]));
  return (
    names.every((name) => (fields as readonly string[]).includes(name)) &&
    (or ?? []).every((filter) => asksOnly(filter, fields)) &&
    asksOnly(not, fields)
  );
}

const holderBits = sql`bit_or(standpoint_holder_bit(place."place"))`;

/**
 * The table expressions `term` and `member`: the members of an organisation as bits, by day.
 *
 * @param days a query for the days, as `day`
 * @param condition on the `place` of a member
 */
export function memberBits(organization: string, days: Sql, condition: Sql): Sql {
  // Members with the same days are one row: the United Nations have 200 members, and 100 rows.
  return sql`term as materialized (
      select membership."during", membership."duringStartLatest", membership."duringLatest", place."place" / 256 as "part",
        ${holderBits} as "holders"
      from "Affiliation" membership join "HolderPlace" place on place."holderId" = membership."memberId"
      where ${isMembershipOf(organization)} and ${condition} group by 1, 2, 3, 4
    ), member as materialized (
      select held."day", those.* from (${days}) held cross join lateral (
        select term."part", bit_or(term."holders") as "holders" from term
        where ${heldOn(raw("term"), sql`held."day"`)} group by term."part") those
    )`;
}

/**
 * The table expressions of which `voted` is the last: of each subject the standing positions of a group, as rows of
 * `SubjectStances` with the bits of its members alone as `holders`, and the number of those as `count`.
 */
export function votedAsBits(group: GroupInput, where: PositionFilter | null | undefined): Sql {
  const [stances, place] = [raw("stances"), raw("place")];
  const members = allOf([holderInSight(place), actorWithId(sql`place."holderId"`, group.actors, undefined)]);
  const member =
    group.memberOf != null
      ? memberBits(
          group.memberOf,
          sql`select distinct stances."sinceLatest" as "day" from "SubjectStances" stances`,
          members,
        )
      : sql`member as materialized (
        select place."place" / 256 as "part", ${holderBits} as "holders" from "HolderPlace" place where ${members} group by 1
      )`;
  return sql`${member}, voted as materialized (
      select counted.* from (
        select stances."subjectId", stances."proposalId", stances."policyActionId", stances."stance", stances."sinceLatest",
          stances."part", stances."holders" & member."holders" as "holders",
          bit_count(stances."holders" & member."holders")::int as "count"
        from "SubjectStances" stances join member on member."part" = stances."part"
          ${group.memberOf != null ? sql`and member."day" = stances."sinceLatest"` : empty}
        where ${allOf([subjectInSight(stances), positionMatches(where, stances, undefined)])}
      ) counted where counted."count" > 0
    )`;
}
