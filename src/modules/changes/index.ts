import type { Module } from "../module.js";
import { ChangeFields, ChangeQueries } from "./change.resolver.js";
import { ChangeSubscriptions } from "./change.subscription.js";
import { Change, ChangeConnection } from "./change.type.js";

export const changes: Module = {
  name: "changes",
  types: [Change, ChangeConnection],
  resolvers: [ChangeQueries, ChangeFields, ChangeSubscriptions],
  entities: [],
};

export { ChangeListArgs, changeOrder } from "./change.input.js";
export { afterCursor, changeCursor, changeList, cursorIn } from "./change.repository.js";
export { ChangeConnection } from "./change.type.js";
export { feedHead } from "./change-feed.js";
export { endable, type Followable, Listening, onceBack } from "./listening.js";
