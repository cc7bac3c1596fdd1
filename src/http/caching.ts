import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sendCompressed } from "./compression.js";
import { readCredential } from "./headers/credential.js";
import type { RequestContext } from "./request/context.js";

/** The caching headers of one response. */
export interface CachePolicy {
  /** Identifies the content; undefined if only a hash of the content can. */
  readonly etag?: string;
  readonly cacheControl: string;
}

/** The parts of a response's cache policy that depend on the server. */
export interface CachingOptions {
  /** Identifies the API's version: its schema, and the code that answers. */
  readonly version: string;
  /**
   * Identifies the state of the record by one index read: it changes with each change that an anonymous reader can see.
   * Undefined if it cannot be read now, for example because the gateway reaches no subgraph.
   */
  readonly stateOf?: (context: RequestContext) => Promise<string | undefined>;
  /** The request reads everything that was committed before this moment; milliseconds since 1970. Now when left out. */
  readonly freshAt?: (context: RequestContext) => number;
}

/** Responses depend on these headers, so caches must distinguish them. */
export const varyingHeaders =
  "accept, accept-encoding, authorization, standpoint-as-of, standpoint-cost, standpoint-known-at";

/**
 * Milliseconds after a moment until the record of that moment cannot change any more: by then, each transaction that began
 * before it has ended.
 */
const settledAfter = 60 * 60 * 1000;

const immutable = "public, max-age=31536000, immutable";

/** What decides the answers to anonymous queries beside the query itself. */
export interface RecordState {
  readonly parts: readonly string[];
  /** Whether the answers never change. */
  readonly isForGood: boolean;
}

/**
 * The state of the record for a request, read before its query is planned; undefined where it does not decide the answer.
 *
 * It is read before the query runs, from the database that will answer. A change in between makes the answer newer than
 * its state says, never older: the next request finds the newer state, and is answered again. That also holds where the answer
 * comes from the primary after all, because the replica that returned the state has failed since.
 */
export async function stateFor(
  { version, stateOf, freshAt }: CachingOptions,
  request: FastifyRequest,
  type: string,
  context: RequestContext,
): Promise<RecordState | undefined> {
  // Some data of a viewer, such as drafts, is not in the change feed.
  if (!stateOf || readCredential(request.raw) !== undefined) return undefined;
  const { asOf, knownAt, tellsCost = false } = context;
  const now = new Date();
  // A replica may lack recent commits, also those of transactions that began long before.
  const isSettled = knownAt !== undefined && Date.parse(knownAt) < (freshAt?.(context) ?? now.getTime()) - settledAfter;
  const state = isSettled ? "" : await stateOf(context);
  if (state === undefined) return undefined;
  // Without its own day, the response is about today.
  const parts = [version, type, asOf ?? now.toISOString().slice(0, 10), knownAt ?? "", String(tellsCost), state];
  return { parts, isForGood: isSettled && asOf !== undefined };
}

/** The cache policy of an answer to a query by GET. */
export function policyOf(request: FastifyRequest, state: RecordState | undefined): CachePolicy {
  if (readCredential(request.raw) !== undefined) return { cacheControl: "private, no-cache" };
  if (!state) return { cacheControl: "public, no-cache" };
  return {
    etag: etagOf([...state.parts, request.url]),
    cacheControl: state.isForGood ? immutable : "public, no-cache",
  };
}

/** Whether an answer never changes. */
export const isForGood = ({ cacheControl }: CachePolicy): boolean => cacheControl === immutable;

/** The cache policy of an answer, decided before the query is planned. */
export async function cachePolicy(
  options: CachingOptions,
  request: FastifyRequest,
  type: string,
  context: RequestContext,
): Promise<CachePolicy> {
  return policyOf(request, await stateFor(options, request, type, context));
}

/**
 * The ETag of the parts that decide a response. It is weak, since the same response can be sent compressed or not.
 */
export function etagOf(parts: readonly string[]): string {
  return `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 27)}"`;
}

/** Whether the client has the same response already, by weak comparison (RFC 9110, 13.1.2). */
export function hasAlready({ headers }: FastifyRequest, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, "");
  const tags = headers["if-none-match"]?.split(",") ?? [];
  return tags.some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag));
}

/** Whether a response has no errors. Errors may be gone with the next request, so they are not cached. */
export const isWhole = ({ statusCode, request }: FastifyReply): boolean =>
  statusCode === 200 && request.summary.codes === undefined;

/** Sends a response with caching headers, or 304 if the client has the same already. */
export function sendCacheable(reply: FastifyReply, body: Buffer, policy: CachePolicy): FastifyReply {
  const etag = policy.etag ?? etagOf([body.toString("latin1")]);
  if (hasAlready(reply.request, etag)) return sendNotModified(reply, { ...policy, etag });
  return sendCompressed(reply.headers({ etag, "cache-control": policy.cacheControl }), body);
}

/** Sends 304: the client's response is still valid. */
export function sendNotModified(reply: FastifyReply, { etag, cacheControl }: CachePolicy): FastifyReply {
  return reply.code(304).headers({ etag, "cache-control": cacheControl }).send();
}
