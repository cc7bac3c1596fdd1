import type { Context } from "../context.js";

/** What the log line of a request tells about its operation; filled in while it is processed. */
export interface RequestSummary {
  operation?: string;
  kind?: string;
  codes?: string[];
  incidents?: string[];
}

/** The context, with what only the server needs. */
export interface RequestContext extends Context {
  readonly summary: RequestSummary;
}
