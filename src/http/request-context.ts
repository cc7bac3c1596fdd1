import type { Context } from "../context.js";

/** What the log line of a request tells about its operation; filled in while it is processed. */
export interface RequestSummary {
  operation?: string;
  kind?: string;
  codes?: string[];
  incidents?: string[];
}

/** What the server knows of a request by itself; resolvers get it with whatever else they need. */
export interface RequestContext extends Pick<Context, "asOf" | "knownAt" | "requestId" | "log"> {
  readonly summary: RequestSummary;
}
