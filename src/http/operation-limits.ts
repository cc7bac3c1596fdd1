import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, OperationTypeNode } from "graphql";
import { beyondLimit, type Limits } from "./limits.js";
import { measureOperation, type OperationSize } from "./operation-size.js";

const descriptions: Record<keyof OperationSize, { what: string; advice: string }> = {
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
 * @throws {GraphQLError} naming the first limit that it is beyond
 */
export function limitOperation({ schema, document, operation, request }: Operation, limits: Limits): void {
  if (!operation) return; // there is none of that name: execution says so
  const size = measureOperation(schema, document, operation, request.variables ?? {});
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  for (const name of ["depth", "rootFields", "aliases", "objects", "work"] as const) {
    const max = name === "work" && isSubscription ? limits.eventWork : limits[name];
    const found = size[name];
    if (found <= max) continue;
    const { what, advice } = descriptions[name];
    const message = `This operation ${what.replace("{found}", found.toLocaleString("en"))}; at most ${max.toLocaleString("en")} are allowed. ${advice}`;
    throw beyondLimit(name, max, found, message);
  }
}
