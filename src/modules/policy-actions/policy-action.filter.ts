import { allOf, anyOf, type Condition, isIn, isNot, liesIn, oneOf, textMatches } from "../../db/conditions.js";
import { type Sql, sql } from "../../db/sql.js";
import { actorWithId } from "../actors/index.js";
import { proposalWithId } from "../proposals/index.js";
import type { PolicyActionFilter } from "./policy-action.input.js";

/**
 * Whether the policy action in a table under this alias matches a filter; undefined where the filter demands nothing.
 *
 * @param asOf the day on which the `memberOf` of an actor filter is asked unless that names one; today where undefined
 */
export function policyActionMatches(
  where: PolicyActionFilter | null | undefined,
  action: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  const target = actorWithId(sql`target."actorId"`, where.target, asOf);
  const bearsOn = proposalWithId(sql`bearing."proposalId"`, where.bearsOn, asOf);
  return allOf([
    oneOf(sql`${action}."slug"`, where.slugs),
    oneOf(sql`${action}."kind"`, where.kinds, "PolicyActionKind"),
    oneOf(sql`${action}."status"`, where.statuses, "PolicyActionStatus"),
    actorWithId(sql`${action}."agentId"`, where.agent, asOf),
    actorWithId(sql`${action}."throughId"`, where.through, asOf),
    isIn(action, sql`select target."policyActionId" from "PolicyActionTarget" target`, target),
    liesIn(where.announcedOn, action, "announcedOn"),
    liesIn(where.during, action, "during", { span: true }),
    isIn(action, sql`select bearing."policyActionId" from "PolicyActionBearing" bearing`, bearsOn),
    where.text &&
      anyOf([textMatches(where.text, sql`${action}."title"`), textMatches(where.text, sql`${action}."summary"`)]),
    where.or && anyOf(where.or.map((filter) => policyActionMatches(filter, action, asOf))),
    where.not && isNot(policyActionMatches(where.not, action, asOf)),
  ]);
}
