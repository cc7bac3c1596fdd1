import type { Logger } from "pino";
import type { Authentication } from "./auth/viewer.js";
import type { Database } from "./db/database.js";
import type { Answering } from "./modules/alerts/answering.js";

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
  /** What reads and answers questions apart from this request: those that are saved. */
  readonly answering: Answering;
  /** The networks (CIDRs) that webhooks may lead to besides public addresses. */
  readonly webhookNetworks: readonly string[];
  /**
   * In a subgraph: whether a field of a type of entity is read from its row. Where only others are selected, of an entity that
   * is another module's, its id is enough and no table is read. Undefined where all modules answer in one process.
   */
  readonly readsRow?: (type: string, field: string) => boolean;
}
