import { allOf, inSight, isNoneOf, orTrue } from "../../../db/conditions.js";
import { EntityTable } from "../../../db/entity-table.js";
import type { Prisma } from "../../../db/generated/client.js";
import type { ListQuery } from "../../../db/page.js";
import { join, raw, sql } from "../../../db/sql.js";
import type { Legacy, OneSql, SameRowSql } from "../../../graphql/field-sql.js";
import { rollCallMatches } from "./roll-call.filter.js";
import { type RollCallsArgs, rollCallOrder } from "./roll-call.input.js";
import { RollCall } from "./roll-call.type.js";
import type { RollCallTally } from "./tally.type.js";

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

/** The tally of a roll call, from its own row. */
export const tally: SameRowSql & { legacy: Legacy } = {
  kind: "sameRow",
  legacy(rollCall: RollCall) {
    const { statedYes, statedNo, statedAbstain, statedAbsent } = rollCall;
    const stated = { yes: statedYes, no: statedNo, abstain: statedAbstain, absent: statedAbsent };
    const { countedYes, countedNo, countedAbstain, countedAbsent } = rollCall;
    return {
      stated: Object.values(stated).every((votes) => votes === null) ? null : stated,
      counted: { yes: countedYes, no: countedNo, abstain: countedAbstain, absent: countedAbsent },
    };
  },
};

const votes = (kind: "stated" | "counted"): Pick<OneSql, "kind" | "rows"> => ({
  kind: "one",
  rows: (alias, rollCall) => ({
    from: sql`(select ${join(
      ["Yes", "No", "Abstain", "Absent"].map(
        (vote) => sql`${rollCall}.${raw(`"${kind}${vote}" as "${vote.toLowerCase()}"`)}`,
      ),
    )}) ${alias}`,
    where:
      kind === "stated"
        ? sql`num_nonnulls(${alias}."yes", ${alias}."no", ${alias}."abstain", ${alias}."absent") > 0`
        : undefined,
  }),
});

/** The votes that were stated; null where none were. */
export const statedVotes: OneSql & { legacy: Legacy } = {
  ...votes("stated"),
  legacy: ({ stated }: RollCallTally) => stated,
};

/** The votes as they count. */
export const countedVotes: OneSql & { legacy: Legacy } = {
  ...votes("counted"),
  legacy: ({ counted }: RollCallTally) => counted,
};

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
    rows: sql`${rollCall}.*`,
    select: rollCallTable.select(rollCall),
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
    node: rollCallTable.instance,
  };
}
