import {
  allOf,
  anyOf,
  type Condition,
  inSight,
  isIn,
  isNot,
  liesIn,
  oneOf,
  orTrue,
  textMatches,
} from "../../db/reading/conditions.js";
import type { ListQuery } from "../../db/reading/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { tableOf } from "../../graphql/entity-table.js";
import { type Link, type ListSql, links } from "../../graphql/field-sql.js";
import type { LinksArgs } from "../../graphql/links-args.js";
import { actorWithId } from "../actors/index.js";
import { proposalTable, proposalWithId } from "../proposals/index.js";
import { sourcesMatch } from "../sources/index.js";
import {
  type ActorPolicyActionsArgs,
  type PolicyActionFilter,
  type PolicyActionRole,
  type PolicyActionsArgs,
  type ProposalPolicyActionsArgs,
  policyActionOrder,
} from "./policy-action.input.js";

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
    sourcesMatch(where, action, policyActionLinks.sources),
    liesIn(where.announcedOn, action, "announcedOn"),
    liesIn(where.during, action, "during", { span: true }),
    isIn(action, sql`select bearing."policyActionId" from "PolicyActionBearing" bearing`, bearsOn),
    where.text &&
      anyOf([textMatches(where.text, sql`${action}."title"`), textMatches(where.text, sql`${action}."summary"`)]),
    where.or && anyOf(where.or.map((filter) => policyActionMatches(filter, action, asOf))),
    where.not && isNot(policyActionMatches(where.not, action, asOf)),
  ]);
}

/** The tables that tie a policy action to what its lists show. */
export const policyActionLinks = {
  targets: { table: "PolicyActionTarget", from: "policyActionId", to: "actorId" },
  reverses: { table: "PolicyActionReversal", from: "reversingId", to: "reversedId" },
  reversedBy: { table: "PolicyActionReversal", from: "reversedId", to: "reversingId", orderBy: "title" },
  bearsOn: { table: "PolicyActionBearing", from: "policyActionId", to: "proposalId" },
  sources: { table: "PolicyActionSource", from: "policyActionId", to: "sourceId" },
} satisfies Record<string, Link>;

export const policyActionTable = tableOf("policyActions");

/**
 * The list of policy actions that match the arguments and `condition`, which may name the table `action` and, in a
 * nested field, the parent `parent`. For every field that returns policy actions.
 */
export function policyActionList(
  { where, orderBy, includeRetracted }: PolicyActionsArgs,
  asOf: string | undefined,
  condition = sql`true`,
): ListQuery {
  const action = raw("action");
  return {
    rows: sql`${action}.*`,
    from: sql`"PolicyAction" action`,
    where: sql`${inSight(action, includeRetracted)} and ${condition} and ${orTrue(policyActionMatches(where, action, asOf))}`,
    sort: policyActionOrder.sort(orderBy, action),
  };
}

/** The proposals that a policy action bears on. */
export const bearings = (args: LinksArgs): ListSql => links(proposalTable, policyActionLinks.bearsOn, args);

// Ids from an index each, rather than one condition with "or", which could use none.
const agentOf = sql`select own."id" from "PolicyAction" own where own."agentId" = parent."id"
  union all select own."id" from "PolicyAction" own where own."throughId" = parent."id"`;
const targetOf = sql`select target."policyActionId" from "PolicyActionTarget" target
  where target."actorId" = parent."id"`;
const inRole: Record<PolicyActionRole, Sql> = { AGENT: agentOf, TARGET: targetOf };

/** The policy actions to which each actor is what the arguments name. */
export function actorPolicyActionList({ role, ...args }: ActorPolicyActionsArgs, asOf: string | undefined): ListQuery {
  const own = role ? inRole[role] : sql`${agentOf} union all ${targetOf}`;
  return policyActionList(args, asOf, sql`action."id" in (${own})`);
}

/** The policy actions that bear on each proposal, in the way that the arguments name. */
export function proposalPolicyActionList(
  { bearing, ...args }: ProposalPolicyActionsArgs,
  asOf: string | undefined,
): ListQuery {
  const ofKind = bearing ? sql`bearing."bearing" = ${bearing}::text::"Bearing"` : sql`true`;
  return policyActionList(
    args,
    asOf,
    sql`action."id" in (select bearing."policyActionId" from "PolicyActionBearing" bearing
      where bearing."proposalId" = parent."id" and ${ofKind})`,
  );
}
