import { ArgsType, Field } from "type-graphql";
import { type ListQuery, type SortForm, sortBy } from "../../../db/reading/page.js";
import { empty, raw, sql } from "../../../db/sql.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { SortedBy } from "../../../graphql/connection/paging-rules.js";
import type { ListSql } from "../../../graphql/field-sql.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { subjectInSight, subjectTitle, withSubject } from "../position/position.input.js";

/** By the title of the subject. */
const contradictionOrder: SortForm = {
  name: "Contradiction.TITLE",
  types: ["text", "uuid"],
  direction: "ASC",
};

@SortedBy(contradictionOrder)
@ArgsType()
export class ContradictionsArgs extends ConnectionArgs {
  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "Only positions that were certainly held by this day (YYYY-MM-DD). Default: the request's `Standpoint-As-Of` header. Without the header, all positions.",
  })
  asOf?: string | null;
}

/**
 * The subjects, by title, on which the latest positions of each actor by basis differ in stance. There are several
 * positions only where a later one replaced another, and such subjects are few.
 */
export function contradictionList(asOf: string | undefined): ListQuery {
  const held = asOf === undefined ? empty : sql`and position."sinceLatest" <= ${asOf}::date`;
  return {
    rows: sql`contradiction.*`,
    from: sql`(
      select latest."subjectId", latest."proposalId", latest."policyActionId",
        array_agg(latest."id" order by latest."sinceLatest" desc, latest."recordedAt" desc, latest."id" desc) as "positionIds"
      from (
        select distinct on (position."subjectId", position."basis") position.* from "Position" position
        where position."holderId" = parent."id" and position."retractedAt" is null ${held}
        and position."subjectId" in (select replaced."subjectId" from "Position" replaced
          where replaced."holderId" = parent."id" and replaced."standingUntil" < '9999-12-31'::date)
        order by position."subjectId", position."basis",
          position."sinceLatest" desc, position."recordedAt" desc, position."id" desc
      ) latest
      group by latest."subjectId", latest."proposalId", latest."policyActionId"
      having count(distinct latest."stance") > 1
    ) contradiction
    ${withSubject(raw("contradiction"))}`,
    where: subjectInSight(raw("contradiction")),
    sort: sortBy(contradictionOrder, subjectTitle, sql`contradiction."subjectId"`),
  };
}

/** The positions that contradict each other, the most recent first. */
export const contradictoryPositions: ListSql = {
  kind: "list",
  rows: (position, contradiction) => ({
    from: sql`unnest(${contradiction}."positionIds") with ordinality as listed("id", "n")
      join "Position" ${position} on ${position}."id" = listed."id"`,
    orderBy: sql`listed."n"`,
  }),
};
