import type { Logger } from "pino";
import type { Authentication } from "./auth/viewer.js";
import type { Database } from "./db/database.js";

/** What single modules need of the process that serves, each by a key that only the module has. */
export type Services = ReadonlyMap<object, object>;

/** What every resolver of one request shares. Made anew for each request; nothing outlives it. */
export interface Context extends Authentication {
  readonly database: Database;
  /** The day ("YYYY-MM-DD") of the header Standpoint-As-Of: the default of every `asOf` argument of this request. */
  readonly asOf?: string;
  /**
   * The moment at which `database` is known here: that of the header Standpoint-Known-At, or of a field's `knownAt`. RFC 3339
   * in UTC with milliseconds or microseconds. Undefined: now.
   */
  readonly knownAt?: string;
  readonly requestId: string;
  /** Writes the request's id with each line. */
  readonly log: Logger;
  /** What single modules need of the process that serves. */
  readonly services: Services;
  /**
   * In a subgraph: whether a field of a type of entity is read from its row. Where only others are selected, of an entity that
   * is another module's, its id is enough and no table is read. Undefined where all modules answer in one process.
   */
  readonly readsRow?: (type: string, field: string) => boolean;
}
