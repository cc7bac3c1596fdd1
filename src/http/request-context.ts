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
  readonly summary: RequestSummary;
}

/** What resolvers get, with whatever else they need; the check before execution too. */
export interface RequestContext extends KnownOfRequest, CheckContext {
  readonly summary: RequestSummary;
}
