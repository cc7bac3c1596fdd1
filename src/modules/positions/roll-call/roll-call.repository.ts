import { allOf, inSight, isNoneOf, orTrue } from "../../../db/conditions.js";
import { EntityTable } from "../../../db/entity-table.js";
import type { Prisma } from "../../../db/generated/client.js";
import type { ListQuery } from "../../../db/page.js";
import { raw, sql } from "../../../db/sql.js";
import { rollCallMatches } from "./roll-call.filter.js";
import { type RollCallsArgs, rollCallOrder } from "./roll-call.input.js";
import { RollCall } from "./roll-call.type.js";

export const rollCallTable = new EntityTable(RollCall, [
  "slug",
  "proposalId",
  "bodyId",
  "meetingId",
  "heldOn",
  "session",
  "number",
  "statedYes",
  "statedNo",
  "statedAbstain",
  "statedAbsent",
  "countedYes",
  "countedNo",
  "countedAbstain",
  "countedAbsent",
  "note",
] satisfies Prisma.RollCallScalarFieldEnum[]);

/** Whether its proposal is not retracted: what is retracted takes its roll calls out of sight. */
const proposalInSight = isNoneOf(
  sql`roll_call."proposalId"`,
  sql`select gone."id" from "Proposal" gone where gone."retractedAt" is not null`,
);

/** The roll calls that match; in a nested list those of each parent, which is a proposal or a meeting. */
export function rollCallList(
  { where, orderBy, includeRetracted }: RollCallsArgs,
  asOf: string | undefined,
  parent?: "proposalId" | "meetingId",
): ListQuery<RollCall> {
  const rollCall = raw("roll_call");
  return {
    select: rollCallTable.selectAsked(rollCall),
    from: sql`"RollCall" roll_call`,
    where: orTrue(
      allOf([
        parent && sql`roll_call.${raw(`"${parent}"`)} = parent."id"`,
        inSight(rollCall, includeRetracted),
        !includeRetracted && proposalInSight,
        rollCallMatches(where, rollCall, asOf),
      ]),
    ),
    sort: rollCallOrder.sort(orderBy, rollCall),
    node: rollCallTable.instanceAsked,
  };
}
