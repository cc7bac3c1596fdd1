import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sendCompressed } from "./compression.js";
import { readCredential } from "./headers/credential.js";
import type { RequestContext } from "./request/context.js";

/** What the server says to caches about one answer. */
export interface CachePolicy {
  /** Names the answer's content; undefined where only the content itself could name it. */
  readonly etag?: string;
  readonly cacheControl: string;
}

/** How the cache policy of an answer depends on its server. */
export interface CachingOptions {
  /** Identifies the API's version: its schema, and the code that answers. */
  readonly version: string;
  /**
   * Identifies the state of the record by one index read: it changes with each change that an anonymous reader can see.
   * Undefined where it cannot be had now, as by a gateway that reaches no subgraph.
   */
  readonly stateOf?: (context: RequestContext) => Promise<string | undefined>;
  /** All that was committed before this moment is in what the request reads; milliseconds since 1970. Now when left out. */
  readonly freshAt?: (context: RequestContext) => number;
}

/** Requests get other answers by these headers, so a cache must keep them apart. */
export const varyingHeaders =
  "accept, accept-encoding, authorization, standpoint-as-of, standpoint-cost, standpoint-known-at";

/**
 * Milliseconds after which the record as it was known at a moment cannot change any more: by then, each transaction that
 * had begun before has ended.
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
 * comes from the primary after all, because the replica that told the state has failed since.
 */
export async function stateFor(
  { version, stateOf, freshAt }: CachingOptions,
  request: FastifyRequest,
  type: string,
  context: RequestContext,
): Promise<RecordState | undefined> {
  // What a viewer may see, such as drafts, is not all in the change feed.
  if (!stateOf || readCredential(request.raw) !== undefined) return undefined;
  const { asOf, knownAt, tellsCost = false } = context;
  const now = new Date();
  // A replica may lack what was committed lately, also of what was written long before.
  const isSettled = knownAt !== undefined && Date.parse(knownAt) < (freshAt?.(context) ?? now.getTime()) - settledAfter;
  const state = isSettled ? "" : await stateOf(context);
  if (state === undefined) return undefined;
  // Without a day of its own, the answer is about today.
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
 * The ETag of parts that together decide an answer. It is a weak one, since the same answer may be sent compressed or not.
 */
export function etagOf(parts: readonly string[]): string {
  return `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 27)}"`;
}

/** Whether the client has the answer already. Compares weakly, as RFC 9110 (13.1.2) wants it. */
export function hasAlready({ headers }: FastifyRequest, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, "");
  const tags = headers["if-none-match"]?.split(",") ?? [];
  return tags.some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag));
}

/** Whether an answer has no errors, which may be gone the next time. */
export const isWhole = ({ statusCode, request }: FastifyReply): boolean =>
  statusCode === 200 && request.summary.codes === undefined;

/** Sends an answer with what caches need; nothing of it where the client has the same already. */
export function sendCacheable(reply: FastifyReply, body: Buffer, policy: CachePolicy): FastifyReply {
  const etag = policy.etag ?? etagOf([body.toString("latin1")]);
  if (hasAlready(reply.request, etag)) return sendNotModified(reply, { ...policy, etag });
  return sendCompressed(reply.headers({ etag, "cache-control": policy.cacheControl }), body);
}

/** Tells the client that the answer which it has is still right. */
export function sendNotModified(reply: FastifyReply, { etag, cacheControl }: CachePolicy): FastifyReply {
  return reply.code(304).headers({ etag, "cache-control": cacheControl }).send();
}
