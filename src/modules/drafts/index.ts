import { Draft } from "../../graphql/drafts/draft.type.js";
import type { Module } from "../module.js";
import { DecisionMutations } from "./decision.mutations.js";
import { DecideDraftsPayload, DraftResult } from "./decision.type.js";
import { DraftConnection } from "./draft.connection.js";
import { DraftMutations, DraftPayload } from "./draft.mutations.js";
import { DraftFields, DraftQueries } from "./draft.resolver.js";

export const drafts: Module = {
  name: "drafts",
  types: [Draft, DraftConnection, DraftPayload, DraftResult, DecideDraftsPayload],
  resolvers: [DraftQueries, DraftFields, DraftMutations, DecisionMutations],
  entities: [],
};
