import { composeServices, compositionHasErrors } from "@theguild/federation-composition";
import { type GraphQLSchema, parse } from "graphql";
import type { Module } from "../modules/module.js";
import { subgraphSdl } from "./subgraph.js";
import { defaultSubgraphUrl } from "./subgraph-url.js";

/**
 * Composes the modules' subgraphs into the supergraph's definition (Apollo Federation 2, by The Guild's composition).
 *
 * @param url the address of each module's subgraph; `defaultSubgraphUrl` when left out
 * @throws an error with all problems of the composition
 */
export function composeSupergraph(
  schema: GraphQLSchema,
  modules: readonly Module[],
  url: (module: string) => string = (name) => defaultSubgraphUrl(modules, name),
): string {
  const services = modules.map((module) => ({
    name: module.name,
    url: url(module.name),
    typeDefs: parse(subgraphSdl(schema, modules, module)),
  }));
  const result = composeServices(services);
  if (compositionHasErrors(result)) {
    throw new Error(`The subgraphs do not compose. ${result.errors.map(({ message }) => message).join(" ")}`);
  }
  return result.supergraphSdl;
}
