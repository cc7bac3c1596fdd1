import type { Prisma } from "../../../db/generated/client.js";
import { allOf, inSight, orTrue } from "../../../db/reading/conditions.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { tableOf } from "../../../graphql/entity-table.js";
import type { ValueSql } from "../../../graphql/field-sql.js";
import {
  holderInSight,
  type PositionHistoryArgs,
  type PositionListArgs,
  positionMatches,
  positionOrder,
  stands,
  subjectInSight,
} from "./position.input.js";

export const positionTable = tableOf("positions");

/** Whether a position is the one that stands now. */
export const standing: ValueSql = {
  kind: "value",
  value: (row) => stands(row, undefined),
};

/** The column by which positions belong to the parent of a nested list. */
type ParentColumn = Extract<
  Prisma.PositionScalarFieldEnum,
  "holderId" | "subjectId" | "evidenceStatementId" | "evidenceRollCallId"
>;

/** The positions that stand on a day, or now; in a nested list those of each parent. */
export function standingList(args: PositionListArgs, asOf: string | undefined, parent?: ParentColumn): ListQuery {
  return positionList(args, asOf, parent, stands(raw("position"), asOf));
}

/** The positions of each parent, whether they stand or not; retracted ones if the arguments say so. */
export function historyList(args: PositionHistoryArgs, asOf: string | undefined, parent: ParentColumn): ListQuery {
  return positionList(args, asOf, parent, inSight(raw("position"), args.includeRetracted));
}

function positionList(
  { where, orderBy, includeRetracted }: PositionHistoryArgs,
  asOf: string | undefined,
  parent: ParentColumn | undefined,
  condition: Sql,
): ListQuery {
  const position = raw("position");
  return {
    rows: sql`${position}.*`,
    from: sql`"Position" position`,
    where: orTrue(
      allOf([
        parent && sql`position.${raw(`"${parent}"`)} = parent."id"`,
        condition,
        !includeRetracted && holderInSight(position),
        !includeRetracted && subjectInSight(position),
        positionMatches(where, position, asOf),
      ]),
    ),
    sort: positionOrder.sort(orderBy, position),
  };
}
