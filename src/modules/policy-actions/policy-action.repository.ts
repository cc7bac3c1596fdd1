import { inSight, orTrue } from "../../db/conditions.js";
import { EntityTable } from "../../db/entity-table.js";
import type { Prisma } from "../../db/generated/client.js";
import type { ListQuery } from "../../db/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { type ListSql, links } from "../../graphql/field-sql.js";
import { linkedList } from "../../graphql/linked-list.js";
import { type Proposal, proposalTable } from "../proposals/index.js";
import { policyActionMatches } from "./policy-action.filter.js";
import {
  type ActorPolicyActionsArgs,
  type PolicyActionRole,
  type PolicyActionsArgs,
  type ProposalPolicyActionsArgs,
  policyActionOrder,
} from "./policy-action.input.js";
import { PolicyAction } from "./policy-action.type.js";
import type { PolicyActionBearing } from "./policy-action-bearing.type.js";
import { policyActionLinks } from "./policy-action-links.js";

export const policyActionTable = new EntityTable(PolicyAction, [
  "slug",
  "title",
  "kind",
  "status",
  "agentId",
  "throughId",
  "announcedOn",
  "during",
  "summary",
] satisfies Prisma.PolicyActionScalarFieldEnum[]);

/**
 * The list of policy actions that match the arguments and `condition`, which may name the table `action` and, in a
 * nested field, the parent `parent`. For every field that returns policy actions.
 */
export function policyActionList(
  { where, orderBy, includeRetracted }: PolicyActionsArgs,
  asOf: string | undefined,
  condition = sql`true`,
): ListQuery<PolicyAction> {
  const action = raw("action");
  return {
    rows: sql`${action}.*`,
    select: policyActionTable.select(action),
    from: sql`"PolicyAction" action`,
    where: sql`${inSight(action, includeRetracted)} and ${condition} and ${orTrue(policyActionMatches(where, action, asOf))}`,
    sort: policyActionOrder.sort(orderBy, action),
    node: policyActionTable.instance,
  };
}

/** The proposals that a policy action bears on. */
export const bearings: ListSql = links(proposalTable, policyActionLinks.bearsOn, {
  async former(source: { uuid: string }, context, info) {
    const found = await linkedList<Proposal, Pick<PolicyActionBearing, "bearing">>(
      { context, info },
      source.uuid,
      proposalTable,
      policyActionLinks.bearsOn,
    );
    return found.map(({ bearing, node }) => ({ bearing, proposal: node }));
  },
});

// Ids from an index each, rather than one condition with "or", which could use none.
const agentOf = sql`select own."id" from "PolicyAction" own where own."agentId" = parent."id"
  union all select own."id" from "PolicyAction" own where own."throughId" = parent."id"`;
const targetOf = sql`select target."policyActionId" from "PolicyActionTarget" target
  where target."actorId" = parent."id"`;
const inRole: Record<PolicyActionRole, Sql> = { AGENT: agentOf, TARGET: targetOf };

/** The policy actions to which each actor is what the arguments name. */
export function actorPolicyActionList(
  { role, ...args }: ActorPolicyActionsArgs,
  asOf: string | undefined,
): ListQuery<PolicyAction> {
  const own = role ? inRole[role] : sql`${agentOf} union all ${targetOf}`;
  return policyActionList(args, asOf, sql`action."id" in (${own})`);
}

/** The policy actions that bear on each proposal, in the way that the arguments name. */
export function proposalPolicyActionList(
  { bearing, ...args }: ProposalPolicyActionsArgs,
  asOf: string | undefined,
): ListQuery<PolicyAction> {
  const ofKind = bearing ? sql`bearing."bearing" = ${bearing}::text::"Bearing"` : sql`true`;
  return policyActionList(
    args,
    asOf,
    sql`action."id" in (select bearing."policyActionId" from "PolicyActionBearing" bearing
      where bearing."proposalId" = parent."id" and ${ofKind})`,
  );
}
