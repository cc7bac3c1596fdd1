import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { OperationCost } from "./limits.js";
import { beyondLimit, type Limits } from "./limits.js";
import { costOf, workLimit } from "./operation-cost.js";
import { measureOperation } from "./operation-size.js";

/** The limits, in the order in which they are checked. */
const measured = ["depth", "rootFields", "aliases", "objects", "work"] as const;

const descriptions: Record<(typeof measured)[number], { what: string; advice: string }> = {
  depth: { what: "nests fields {found} deep", advice: "Select fewer levels, or start from a deeper entity." },
  aliases: { what: "has {found} aliases", advice: "Split it into several operations." },
  rootFields: { what: "has {found} root fields", advice: "Split it into several operations." },
  objects: {
    what: "could return about {found} objects",
    advice: "Request shorter pages with `first` (default: 25), or nest fewer lists.",
  },
  work: {
    what: "could take about {found} ms of database time",
    advice: "Filter by `slugs`, omit `totalCount`, request shorter pages, or split it into several operations.",
  },
};

/** A valid operation, from Apollo Server or a transport of subscriptions. */
interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation?: OperationDefinitionNode;
  readonly request: { readonly variables?: Record<string, unknown> };
}

/**
 * Refuses a valid operation that exceeds a limit. It needs the variables. Rejected: a validation rule, which does not see
 * variables, and whose errors Apollo Server gives the code GRAPHQL_VALIDATION_FAILED.
 *
 * @returns its cost: the expected database time in milliseconds
 * @throws {GraphQLError} for the first limit that it exceeds
 */
export function limitOperation({ schema, document, operation, request }: Operation, limits: Limits): number {
  if (!operation) return 0; // no operation has that name: execution reports it
  const size = measureOperation(schema, document, operation, request.variables ?? {});
  for (const name of measured) {
    const max = name === "work" ? workLimit(operation, limits) : limits[name];
    const measured = size[name];
    if (measured <= max) continue;
    const { what, advice } = descriptions[name];
    const message = `This operation ${what.replace("{found}", measured.toLocaleString("en"))}; at most ${max.toLocaleString("en")} are allowed. ${advice}`;
    const cost = name === "objects" || name === "work" ? costOf(size, operation, limits, name) : undefined;
    throw beyondLimit(name, max, measured, message, cost);
  }
  return size.work;
}

/** The cost of a valid operation; undefined if the document has no operation of that name. */
export function measureCost(
  { schema, document, operation, request }: Operation,
  limits: Limits,
): OperationCost | undefined {
  return operation && costOf(measureOperation(schema, document, operation, request.variables ?? {}), operation, limits);
}
