import { allOf, inSight, orTrue } from "../../../db/reading/conditions.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { type Link, type ListSql, links } from "../../../graphql/field-sql.js";
import type { LinksArgs } from "../../../graphql/links-args.js";
import { actorTable, actorWithId } from "../../actors/index.js";
import { proposalInSight } from "../roll-call/roll-call.repository.js";
import {
  type AbsenceFilter,
  type AbsencesArgs,
  type AbsenteesArgs,
  absenceMatches,
  absenceOrder,
  absenteeOrder,
  type CountedAbsencesArgs,
} from "./absence.input.js";

/** Which absences an absentee is counted by: the field nested under it lists the same. */
export interface AbsenteeScope {
  readonly where: AbsenceFilter | null | undefined;
  readonly asOf: string | undefined;
}

const byActor: Link = { table: "RollCallAbsence", from: "rollCallId", to: "actorId", orderBy: "name" };

/** The absences from a roll call, by the actors' names. */
export const absencesFrom = (args: LinksArgs): ListSql => links(actorTable, byActor, args);

/** The absences from roll calls in sight that match, as tables under the aliases `absence` and `roll_call`. */
function matching(where: AbsenceFilter | null | undefined, asOf: string | undefined): { from: Sql; where: Sql } {
  const rollCall = raw("roll_call");
  return {
    from: sql`"RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId"`,
    where: orTrue(
      allOf([inSight(rollCall, false), proposalInSight, absenceMatches(where, raw("absence"), rollCall, asOf)]),
    ),
  };
}

/** The absences of each parent, an actor. */
export function absenceList(
  { where, orderBy }: Pick<AbsencesArgs, "where"> & CountedAbsencesArgs,
  asOf: string | undefined,
): ListQuery {
  const absences = matching(where, asOf);
  return {
    rows: sql`absences.*`,
    from: sql`(select absence.*, roll_call."id", roll_call."heldOnEarliest", proposal."title"
      from ${absences.from} join "Proposal" proposal on proposal."id" = roll_call."proposalId"
      where absence."actorId" = parent."id" and ${absences.where}) absences`,
    where: sql`true`,
    sort: absenceOrder.sort(orderBy, raw("absences")),
  };
}

/** How often each actor was absent. */
export function absenteeList({ of, where, orderBy }: AbsenteesArgs, asOf: string | undefined): ListQuery {
  const absences = matching(where, asOf);
  return {
    rows: sql`absentee.*`,
    from: sql`(select actor."id", actor."name", actor."id" as "actorId", numbers."count", numbers."derived"
      from (select absence."actorId", count(*)::int as "count",
          (count(*) filter (where absence."basis" = 'DERIVED'))::int as "derived"
        from ${absences.from} where ${absences.where} group by 1) numbers
      join "Actor" actor on actor."id" = numbers."actorId" and actor."retractedAt" is null
      where ${orTrue(actorWithId(sql`numbers."actorId"`, of, asOf))}) absentee`,
    where: sql`true`,
    sort: absenteeOrder.sort(orderBy, raw("absentee")),
  };
}
