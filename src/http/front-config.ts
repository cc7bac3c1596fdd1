import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { TableLines } from "../execution/table/table-lines.js";
import type { Observer } from "../metrics/observer.js";
import type { DocumentOptions } from "../operations/documents.js";
import type { CostLimits } from "../operations/limits/cost-limits.js";
import type { Limits } from "../operations/limits/limits.js";
import type { Site } from "../site/site.js";
import type { ApolloConfig } from "./apollo.js";
import type { CachingOptions } from "./caching.js";
import type { Clients } from "./headers/client.js";
import type { Impairments, Readiness } from "./health.js";
import type { Example } from "./playground/start.js";
import type { RequestContext, RequestDetails } from "./request/context.js";
import type { Subscribe } from "./subscriptions/subscription-front.js";

/** Options common to all servers. */
export interface FrontOptions extends Clients {
  readonly log: Logger;
  /** The standard questions: the playground's tabs, the first one open, and files at /q. */
  readonly examples: readonly Example[];
  /** Persisted documents, and whether others are accepted; all are when left out. */
  readonly documents?: DocumentOptions;
  readonly limits?: Partial<Limits>;
  /** The cost that each caller may spend; no limit when left out. */
  readonly costLimits?: CostLimits;
  /** Receives the events that metrics count. */
  readonly observer?: Observer;
  /** The pages at `/`; without it, `/` redirects to the API. */
  readonly site?: Site;
  /** Megabytes of answers that are kept in the process; none when left out, or 0. */
  readonly answerCache?: number;
  /** Milliseconds that `close` waits for requests in flight; 10,000 by default. */
  readonly patience?: number;
}

export interface FrontConfig extends FrontOptions, ApolloConfig {
  readonly readiness: Readiness;
  readonly impairments?: Impairments;
  /** Shown at /version; undefined for a gateway, which has no database. */
  readonly databaseKind?: string;
  /**
   * Makes the context of a request, which its resolvers share: the details of the request, and whatever else they need.
   *
   * @param credential the credential in the header Authorization, not checked yet; undefined without the header
   * @throws {GraphQLError} with a code and an HTTP status, to refuse the request
   */
  context(details: RequestDetails, credential: string | undefined): RequestContext | Promise<RequestContext>;
  /**
   * Checks a credential that `context` has not checked, before a connection is opened on it.
   *
   * @throws {GraphQLError} the refusal of the credential
   */
  readonly checkCredential?: (context: RequestContext) => Promise<void>;
  /** Subscribes instead of graphql-js; `execute` gets each event as its root value. */
  readonly subscribe?: Subscribe;
  readonly caching: CachingOptions;
  /** Reads long tables as lines of CSV; without it, as JSON. */
  readonly tableLines?: TableLines;
  /** The consistency token of a request that has written: see the header. */
  readonly consistencyToken?: (context: RequestContext) => Promise<string | undefined>;
}

export interface Server {
  readonly fastify: FastifyInstance;
  /** Listens; port 0 is any free port. Resolves with the address, such as "http://127.0.0.1:4000". */
  listen(address: { host: string; port: number }): Promise<string>;
  /**
   * Accepts no new requests, waits for those in flight (they are cut off when patience ends), then resolves. Resources of
   * the resolvers, such as the database, stay open: the caller that opened them closes them next.
   */
  close(): Promise<void>;
}
