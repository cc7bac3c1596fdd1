import type { Link } from "../../db/links.js";

/** The tables that tie a policy action to what its lists show. */
export const policyActionLinks = {
  targets: { table: "PolicyActionTarget", from: "policyActionId", to: "actorId" },
  reverses: { table: "PolicyActionReversal", from: "reversingId", to: "reversedId" },
  reversedBy: { table: "PolicyActionReversal", from: "reversedId", to: "reversingId", orderBy: "title" },
  bearsOn: { table: "PolicyActionBearing", from: "policyActionId", to: "proposalId", columns: ["bearing"] },
  sources: { table: "PolicyActionSource", from: "policyActionId", to: "sourceId" },
} satisfies Record<string, Link>;
