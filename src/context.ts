import type { Logger } from "pino";
import type { Authentication } from "./auth/viewer.js";
import type { Database } from "./db/database.js";

/** What single modules need of the process that serves, each by a key that only the module has. */
export type Services = ReadonlyMap<object, object>;

/** The context of one request, which all of its resolvers share. */
export interface Context extends Authentication {
  readonly database: Database;
  /** The day ("YYYY-MM-DD") of the header Standpoint-As-Of: the default of every `asOf` argument of this request. */
  readonly asOf?: string;
  /**
   * The moment at which `database` reads the record: from the header Standpoint-Known-At, or a field's `knownAt`. RFC 3339
   * in UTC with milliseconds or microseconds. Undefined: now.
   */
  readonly knownAt?: string;
  readonly requestId: string;
  /** Writes the request's id with each line. */
  readonly log: Logger;
  /** What single modules need of the process that serves. */
  readonly services: Services;
  /**
   * In a subgraph: whether a field of a type is read from the entity's row. If no selected field of another module's entity
   * is, its id is enough and no table is read. Undefined if all modules run in one process.
   */
  readonly readsRow?: (type: string, field: string) => boolean;
}
