import { allOf, inSight, isNoneOf, orTrue } from "../../../db/reading/conditions.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { join, raw, sql } from "../../../db/sql.js";
import { tableOf } from "../../../graphql/entity-table.js";
import type { OneSql, SameRowSql } from "../../../graphql/field-sql.js";
import { type RollCallsArgs, rollCallMatches, rollCallOrder } from "./roll-call.input.js";

export const rollCallTable = tableOf("rollCalls");

/** The tally of a roll call, from its own row. */
export const tally: SameRowSql = { kind: "sameRow" };

const votes = (kind: "stated" | "counted"): OneSql => ({
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
export const statedVotes = votes("stated");

/** The votes as they count. */
export const countedVotes = votes("counted");

/** Whether its proposal is not retracted: what is retracted takes its roll calls out of sight. */
export const proposalInSight = isNoneOf(
  sql`roll_call."proposalId"`,
  sql`select gone."id" from "Proposal" gone where gone."retractedAt" is not null`,
);

/** The roll calls that match; in a nested list those of each parent, which is a proposal or a meeting. */
export function rollCallList(
  { where, orderBy, includeRetracted }: RollCallsArgs,
  asOf: string | undefined,
  parent?: "proposalId" | "meetingId",
): ListQuery {
  const rollCall = raw("roll_call");
  return {
    rows: sql`${rollCall}.*`,
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
  };
}
