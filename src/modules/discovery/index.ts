import type { Module } from "../module.js";
import { NodeQueries } from "./node.resolver.js";
import { SearchQueries } from "./search.resolver.js";
import { SearchConnection, SearchResult } from "./search.type.js";

export const discovery: Module = {
  name: "discovery",
  types: [SearchResult, SearchConnection],
  resolvers: [NodeQueries, SearchQueries],
  entities: [],
};
