import { allOf, anyOf, type Condition, isNot, liesIn, oneOf } from "../../../db/conditions.js";
import { type Sql, sql } from "../../../db/sql.js";
import { actorsNamed } from "../../actors/index.js";
import { proposalWithId } from "../../proposals/index.js";
import type { RollCallFilter } from "./roll-call.input.js";

/** Whether the roll call in a table under this alias matches a filter; undefined where the filter demands nothing. */
export function rollCallMatches(
  where: RollCallFilter | null | undefined,
  rollCall: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${rollCall}."slug"`, where.slugs),
    proposalWithId(sql`${rollCall}."proposalId"`, where.proposal, asOf),
    where.body != null &&
      sql`${rollCall}."bodyId" in (select body."id" from "Actor" body
        where body."id" in (${actorsNamed([where.body])}) and body."retractedAt" is null)`,
    where.session != null && sql`${rollCall}."session" = ${where.session}::int`,
    liesIn(where.heldOn, rollCall, "heldOn"),
    where.or && anyOf(where.or.map((filter) => rollCallMatches(filter, rollCall, asOf))),
    where.not && isNot(rollCallMatches(where.not, rollCall, asOf)),
  ]);
}
