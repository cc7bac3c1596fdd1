import type { Module } from "../module.js";
import { NodeQueries } from "./node.resolver.js";
import { SearchConnection, SearchQueries, SearchResult, SuggestionFields } from "./search.resolver.js";
import { EntityPayload, StandingMutations } from "./standing.mutations.js";
import { Suggestion } from "./suggestion.type.js";

export const discovery: Module = {
  name: "discovery",
  types: [SearchResult, SearchConnection, Suggestion, EntityPayload],
  resolvers: [NodeQueries, SearchQueries, SuggestionFields, StandingMutations],
  entities: [],
};
