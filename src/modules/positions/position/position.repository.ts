import { allOf, inSight, orTrue } from "../../../db/conditions.js";
import { EntityTable } from "../../../db/entity-table.js";
import type { Prisma } from "../../../db/generated/client.js";
import type { ListQuery } from "../../../db/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import type { Legacy, ValueSql } from "../../../graphql/field-sql.js";
import { holderInSight, positionMatches, stands, subjectInSight } from "./position.filter.js";
import { type PositionHistoryArgs, type PositionListArgs, positionOrder } from "./position.input.js";
import { Position } from "./position.type.js";

export const positionTable = new EntityTable(Position, [
  "holderId",
  "throughId",
  "proposalId",
  "policyActionId",
  "stance",
  "basis",
  "conditions",
  "since",
  "standingUntil",
  "evidenceStatementId",
  "evidenceRollCallId",
  "evidencePolicyActionId",
  "note",
] satisfies Prisma.PositionScalarFieldEnum[]);

/** Whether a position is the one that stands now. */
export const standing: ValueSql & { legacy: Legacy } = {
  kind: "value",
  value: (row) => stands(row, undefined),
  legacy: (position: Position) => position.standing,
};

/** The column by which positions belong to the parent of a nested list. */
type ParentColumn = Extract<
  Prisma.PositionScalarFieldEnum,
  "holderId" | "subjectId" | "evidenceStatementId" | "evidenceRollCallId"
>;

/** The positions that stand on a day, or now; in a nested list those of each parent. */
export function standingList(
  args: PositionListArgs,
  asOf: string | undefined,
  parent?: ParentColumn,
): ListQuery<Position> {
  return positionList(args, asOf, parent, stands(raw("position"), asOf));
}

/** The positions of each parent, whether they stand or not; retracted ones if the arguments say so. */
export function historyList(
  args: PositionHistoryArgs,
  asOf: string | undefined,
  parent: ParentColumn,
): ListQuery<Position> {
  return positionList(args, asOf, parent, inSight(raw("position"), args.includeRetracted));
}

function positionList(
  { where, orderBy, includeRetracted }: PositionHistoryArgs,
  asOf: string | undefined,
  parent: ParentColumn | undefined,
  condition: Sql,
): ListQuery<Position> {
  const position = raw("position");
  return {
    rows: sql`${position}.*`,
    select: positionTable.select(position),
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
    node: positionTable.instance,
  };
}
