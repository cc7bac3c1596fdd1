import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { OperationCost } from "./limits.js";
import { beyondLimit, type Limits } from "./limits.js";
import { costOf, workLimit } from "./operation-cost.js";
import { measureOperation } from "./operation-size.js";

/** What is refused, in this order. */
const measured = ["depth", "rootFields", "aliases", "objects", "work"] as const;

const descriptions: Record<(typeof measured)[number], { what: string; advice: string }> = {
  depth: { what: "nests fields {found} deep", advice: "Ask for less at once, or start further down." },
  aliases: { what: "has {found} aliases", advice: "Split it into several operations." },
  rootFields: { what: "has {found} fields at its top", advice: "Split it into several operations." },
  objects: {
    what: "could return about {found} objects",
    advice: "Ask for shorter pages with `first` (a page has 25 when you do not say), or nest fewer of them.",
  },
  work: {
    what: "could take about {found} ms of the database's time",
    advice:
      "Name what filters mean by `slugs`, leave out `totalCount`, ask for shorter pages, or split it into several operations.",
  },
};

/** A valid operation, as Apollo Server and the transports of subscriptions tell it. */
interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation?: OperationDefinitionNode;
  readonly request: { readonly variables?: Record<string, unknown> };
}

/**
 * Refuses a valid operation that asks for too much, once its variables are known. A rule of validation could not see
 * variables, and Apollo Server would give its errors the code GRAPHQL_VALIDATION_FAILED.
 *
 * @returns its cost: the milliseconds that it is expected to take of the database
 * @throws {GraphQLError} naming the first limit that it is beyond
 */
export function limitOperation({ schema, document, operation, request }: Operation, limits: Limits): number {
  if (!operation) return 0; // there is none of that name: execution says so
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

/** The cost of a valid operation; undefined where the document has none of the request's name. */
export function measureCost(
  { schema, document, operation, request }: Operation,
  limits: Limits,
): OperationCost | undefined {
  return operation && costOf(measureOperation(schema, document, operation, request.variables ?? {}), operation, limits);
}
