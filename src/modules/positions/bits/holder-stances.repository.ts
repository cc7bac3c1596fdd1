import type { Stance } from "../../../db/generated/enums.js";
import { allOf } from "../../../db/reading/conditions.js";
import { join, raw, type Sql, sql } from "../../../db/sql.js";
import { subjectsMatching } from "../../policy-actions/index.js";
import { type PositionFilter, positionMatches } from "../position/position.input.js";
import { asksOnly } from "./subject-stances.repository.js";

/*
 * The table "HolderStances" says on which subjects a holder has a standing position, with a bit for each subject: one row
 * for each stance, basis and 512 subjects. What two holders share is then an `and` of two strings. Triggers on positions
 * keep the table (migration `stances_as_bits`); at an earlier moment it is a view over the positions of then.
 */

/** The columns of strings by stance. */
export const stanceColumns: readonly Stance[] = [
  "SUPPORTS",
  "CONDITIONALLY_SUPPORTS",
  "UNDECIDED",
  "ABSTAINS",
  "OPPOSES",
];
export const bitsOf = (stance: Stance): Sql => raw(`"${stance}"`);

/** Whether the table can answer a filter: as of now, by stance, basis and subject alone. */
export function areInHolderStances(where: PositionFilter | null | undefined, asOf: string | undefined): boolean {
  return asOf === undefined && asksOnly(where && { ...where, subject: null }, ["stances", "bases", "or", "not"]);
}

/**
 * A query for the standing positions of holders on subjects in sight: for each `holderId` and `part`, a string for each stance.
 *
 * @param holders which holders, as a condition over `stances`
 */
export function holderStances(where: PositionFilter | null | undefined, holders: Sql): Sql {
  const stances = raw("stances");
  // Subjects that a filter chose are listed, else the few that are retracted.
  const chosen = where?.subject
    ? sql`join (select place."place" / 512 as "part", bit_or(standpoint_subject_bit(place."place")) as "subjects"
        from (${subjectsMatching(where.subject, undefined, ["id"])}) subject
        join "SubjectPlace" place on place."subjectId" = subject."id" group by 1) chosen on chosen."part" = stances."part"`
    : sql`left join (select place."place" / 512 as "part", ~bit_or(standpoint_subject_bit(place."place")) as "subjects"
        from (select gone."id" from "Proposal" gone where gone."retractedAt" is not null
          union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null) gone
        join "SubjectPlace" place on place."subjectId" = gone."id" group by 1) chosen on chosen."part" = stances."part"`;
  const strings = stanceColumns.map(
    (stance) =>
      sql`coalesce(bit_or(stances."subjects" & coalesce(chosen."subjects", stances."subjects"))
        filter (where stances."stance" = ${raw(`'${stance}'`)}), 0::bit(512)) as ${bitsOf(stance)}`,
  );
  return sql`select stances."holderId", stances."part", ${join(strings)} from "HolderStances" stances ${chosen}
    where ${allOf([holders, positionMatches(where && { ...where, subject: null }, stances, undefined)])}
    group by stances."holderId", stances."part"`;
}
