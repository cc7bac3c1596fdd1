import { type OperationDefinitionNode, OperationTypeNode } from "graphql";
import type { Limits, OperationCost } from "./limits.js";
import type { OperationSize } from "./operation-size.js";
import { adviceFor, type Share } from "./share.js";

/** The limit on the work of an operation. A subscription has its own limit, since each of its events takes that work. */
export const workLimit = ({ operation }: OperationDefinitionNode, limits: Limits): number =>
  operation === OperationTypeNode.SUBSCRIPTION ? limits.eventWork : limits.work;

/**
 * The cost of a measured operation.
 *
 * @param cost the cost whose largest field is named; by default the one that is nearer to its limit
 */
export function costOf(
  size: OperationSize,
  operation: OperationDefinitionNode,
  limits: Limits,
  cost?: "objects" | "work",
): OperationCost {
  const objects = { estimated: size.objects, limit: limits.objects };
  const work = { estimated: size.work, limit: workLimit(operation, limits) };
  const nearer = work.estimated / work.limit >= objects.estimated / objects.limit ? "work" : "objects";
  const named = cost ?? nearer;
  const share: Share | undefined = named === "objects" ? size.mostObjects : size.mostWork;
  const costliest = share && share.amount > 0 ? describe(share, named) : null;
  return { objects, work, costliest };
}

const describe = (share: Share, cost: "objects" | "work") => ({
  field: share.path.join("."),
  cost,
  estimated: Math.ceil(share.amount),
  advice: adviceFor(share),
});
