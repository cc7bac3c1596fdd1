export { type ChangeEvent, type FollowOptions, followChanges } from "./changes.js";
export { type Client, type ClientOptions, createClient, type RequestOptions } from "./client.js";
export { type Bounds, boundsOf } from "./dates.js";
export type { Document, TypedDocument } from "./document.js";
export {
  AuthError,
  ConflictError,
  type GraphQLProblem,
  InvalidInputError,
  LimitError,
  NetworkError,
  StandpointError,
} from "./errors.js";
export { type Connection, type Pages, paginate } from "./pages.js";
export { sourcesOf } from "./sources.js";
export { type Stance, stanceLabel, stances } from "./stances.js";
