import type { Module } from "../module.js";
import { NodeQueries } from "./node.resolver.js";
import { SearchQueries } from "./search.resolver.js";
import { SearchConnection, SearchResult } from "./search.type.js";
import { EntityPayload, StandingMutations } from "./standing.mutations.js";

export { entityTables } from "./entity-tables.js";

export const discovery: Module = {
  name: "discovery",
  types: [SearchResult, SearchConnection, EntityPayload],
  resolvers: [NodeQueries, SearchQueries, StandingMutations],
  entities: [],
};
