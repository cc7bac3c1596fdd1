import type { GraphQLFormattedError } from "graphql";
import { clientHeader, eventHeader } from "../../http/headers/client.js";
import { consistencyHeader } from "../../http/headers/consistency.js";
import type { RequestContext, RequestDetails } from "../../http/request/context.js";

/** The parts of a request's context that the gateway needs to query subgraphs. */
export interface GatewayContext extends RequestContext {
  /** Sent with each query to a subgraph. */
  readonly headers: Record<string, string>;
  /** When the gateway stops waiting for subgraphs, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** Milliseconds of database time that subgraphs may still use for the request, all together. */
  readonly budget: { left: number };
  /** Whether subgraphs refused the request: see `refusedAsWhole`. */
  readonly taken: { refused?: WholeRefusal; answered?: boolean };
  /** The consistency token of the last mutation. */
  readonly written: { token?: string };
}

/** The same without the look-up. */
export type AskingContext = Omit<GatewayContext, "lookUp">;

/** A subgraph's refusal of a request, for its credential: the status that it had, and the error. */
export interface WholeRefusal {
  readonly status: number;
  readonly error: GraphQLFormattedError;
}

/**
 * The context of a request to the gateway.
 *
 * @param credential the credential in the header Authorization. Each subgraph checks it, since the gateway has no database
 * @param timeout milliseconds for all its queries to subgraphs together
 * @param databaseTime milliseconds of database time in all subgraphs together
 */
export function gatewayContext(
  details: RequestDetails,
  credential: string | undefined,
  { timeout, databaseTime }: { timeout: number; databaseTime: number },
): AskingContext {
  const headers: Record<string, string> = {
    ...details.traceContext,
    "x-request-id": details.requestId,
    [clientHeader]: details.client,
  };
  if (credential !== undefined) headers.authorization = `Bearer ${credential}`;
  if (details.asOf !== undefined) headers["standpoint-as-of"] = details.asOf;
  if (details.knownAt !== undefined) headers["standpoint-known-at"] = details.knownAt;
  if (details.atLeast !== undefined) headers[consistencyHeader] = String(details.atLeast);
  if (details.isEvent) headers[eventHeader] = "1";
  const deadline = performance.now() + timeout;
  const budget = { left: databaseTime };
  return { ...details, headers, deadline, budget, spent: () => databaseTime - budget.left, taken: {}, written: {} };
}

/**
 * Has all that subgraphs answer from now on include a change: one of them may read a replica that does not have it yet,
 * and the answer would be older than the state by which it is kept.
 */
export function needChange({ headers, atLeast = 0 }: AskingContext, change: number): void {
  headers[consistencyHeader] = String(Math.max(atLeast, change));
}
