import type { Context } from "../context.js";
import type { CheckContext } from "../operations/check-operation.js";

/** What the log line of a request tells about its operation; filled in while it is processed. */
export interface RequestSummary {
  operation?: string;
  kind?: string;
  codes?: string[];
  incidents?: string[];
}

/** What the server knows of a request by itself. */
export interface KnownOfRequest extends Pick<Context, "asOf" | "knownAt" | "requestId" | "log"> {
  /** Under which name the client takes turns, as long as no credential names it: see clientAt. */
  readonly client: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** Milliseconds of database time that a gateway leaves of the request's; the limit where there is none. */
  readonly timeLeft?: number;
  /** Milliseconds of database time that the request has used. */
  readonly spent?: () => number;
  /** Called once the operation is read, before it is executed: its turn for that ends. */
  readonly operationRead?: () => void;
  /** Whether it waits for its turns as long as it takes, as an event of a subscription does: nobody could ask again for it. */
  readonly isEvent?: boolean;
  readonly summary: RequestSummary;
}

/** What resolvers get, with whatever else they need; the check before execution too. */
export interface RequestContext extends KnownOfRequest, CheckContext {}
