import type { Module } from "../module.js";
import { ChangeConnection } from "./change.connection.js";
import { ChangeFields, ChangeQueries } from "./change.resolver.js";
import { ChangeSubscriptions } from "./change.subscription.js";
import { Change } from "./change.type.js";

export const changes: Module = {
  name: "changes",
  types: [Change, ChangeConnection],
  resolvers: [ChangeQueries, ChangeFields, ChangeSubscriptions],
  entities: [],
};

export { ChangeConnection } from "./change.connection.js";
export { ChangeListArgs, changeOrder } from "./change.input.js";
export { afterCursor, changeCursor, changeList, cursorIn } from "./change.repository.js";
export { Change } from "./change.type.js";
export { endable, type Followable } from "./endable.js";
export { Listening, onceBack } from "./listening.js";
