import type { IncomingHttpHeaders } from "node:http";
import type { RequestContext } from "../http/request-context.js";

/** What a gateway needs to ask subgraphs for a request. */
export interface GatewayContext extends RequestContext {
  /** Go with each question to a subgraph. */
  readonly headers: Readonly<Record<string, string>>;
  /** When the gateway stops waiting for subgraphs, on the clock of `performance.now()`. */
  readonly deadline: number;
}

const passedOn = ["authorization", "standpoint-as-of", "standpoint-known-at"] as const;

/**
 * The context of a request to the gateway.
 *
 * @param timeout how long all its questions to subgraphs may take together, in milliseconds
 */
export function gatewayContext(known: RequestContext, given: IncomingHttpHeaders, timeout: number): GatewayContext {
  const headers: Record<string, string> = { "x-request-id": known.requestId };
  for (const name of passedOn) {
    const value = given[name];
    if (typeof value === "string") headers[name] = value;
  }
  return { ...known, headers, deadline: performance.now() + timeout };
}
