import { type OperationDefinitionNode, OperationTypeNode } from "graphql";
import type { Limits } from "./limits.js";
import type { OperationSize } from "./operation-size.js";
import { adviceFor, type Share } from "./share.js";

/** The estimate of one cost beside its limit. */
interface Estimate {
  readonly estimated: number;
  readonly limit: number;
}

/** The cost of an operation as clients read it, in `extensions.cost`. */
export interface OperationCost {
  /** Objects that the operation returns if every page is full. */
  readonly objects: Estimate;
  /** Milliseconds of database time on a large record. */
  readonly work: Estimate;
  /** The field with the largest part in the cost that is nearer to its limit. Null where no field costs anything. */
  readonly costliest: {
    /** The keys in the answer that lead to the field, with dots. */
    readonly field: string;
    readonly cost: "objects" | "work";
    readonly estimated: number;
    /** How to make it smaller. */
    readonly advice: string;
  } | null;
}

/** The most work that an operation may be. Each event of a subscription takes as much, so it has a limit of its own. */
export const workLimit = ({ operation }: OperationDefinitionNode, limits: Limits): number =>
  operation === OperationTypeNode.SUBSCRIPTION ? limits.eventWork : limits.work;

/**
 * The cost of a measured operation.
 *
 * @param cost which cost the field is named for; the one that is nearer to its limit when left out
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
