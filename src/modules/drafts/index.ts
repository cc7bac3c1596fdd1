import { Draft } from "../../editing/drafts/draft.type.js";
import type { Module } from "../module.js";
import { DecideDraftsPayload, DecisionMutations, DraftResult } from "./decision.mutations.js";
import { DraftMutations, DraftPayload } from "./draft.mutations.js";
import { DraftConnection, DraftFields, DraftQueries } from "./draft.resolver.js";

export const drafts: Module = {
  name: "drafts",
  types: [Draft, DraftConnection, DraftPayload, DraftResult, DecideDraftsPayload],
  resolvers: [DraftQueries, DraftFields, DraftMutations, DecisionMutations],
  entities: [],
};
