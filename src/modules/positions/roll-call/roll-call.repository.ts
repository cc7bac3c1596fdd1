import { allOf, inSight } from "../../../db/conditions.js";
import { EntityTable } from "../../../db/entity-table.js";
import type { Prisma } from "../../../db/generated/client.js";
import type { ListQuery } from "../../../db/page.js";
import { empty, raw, sql } from "../../../db/sql.js";
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

/** For the roll calls whose proposal is not retracted: what is retracted takes its roll calls out of sight. */
const withProposal = sql`join "Proposal" proposal on proposal."id" = roll_call."proposalId" and proposal."retractedAt" is null`;

/** The roll calls that match; in a nested list those of each parent, which is a proposal or a meeting. */
export function rollCallList(
  { where, orderBy, includeRetracted }: RollCallsArgs,
  asOf: string | undefined,
  parent?: "proposalId" | "meetingId",
): ListQuery<RollCall> {
  const rollCall = raw("roll_call");
  return {
    select: rollCallTable.select(rollCall),
    from: sql`"RollCall" roll_call ${includeRetracted ? empty : withProposal}`,
    where: allOf([
      parent && sql`roll_call.${raw(`"${parent}"`)} = parent."id"`,
      inSight(rollCall, includeRetracted),
      rollCallMatches(where, rollCall, asOf),
    ]),
    sort: rollCallOrder.sort(orderBy, rollCall),
    node: rollCallTable.instance,
  };
}
