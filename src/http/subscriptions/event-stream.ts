import { once } from "node:events";
import type { OutgoingHttpHeaders } from "node:http";
import { isAsyncIterable } from "@graphql-tools/utils";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from "graphql";
import type { Logger } from "pino";
import { passes } from "../../errors.js";
import type { OperationRequest } from "../../operations/read-operation.js";
import { isRateLimited } from "../account.js";
import { endingOf } from "../headers/client.js";
import { readCredential } from "../headers/credential.js";
import { readAsOf, refusalToSubscribe } from "../headers/record-times.js";
import { followWith, maskedResult } from "./follow.js";
import { readSubscription } from "./read-subscription.js";
import type { SubscriptionFront } from "./subscription-front.js";

const mostStreams = 1_000;

/** Milliseconds between comments, which keep proxies from closing an idle connection. */
const keepAlive = 12_000;

/** Milliseconds after which a client that does not read is disconnected. It can reconnect with its cursor. */
const slowReader = 30_000;

const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  "x-accel-buffering": "no", // otherwise nginx buffers events
};

export interface EventStreams {
  /** Answers a request with a subscription's events, until the subscription or the client ends it. */
  answer(request: FastifyRequest, reply: FastifyReply, operation: OperationRequest): Promise<void>;
  /** Ends all streams. */
  close(): void;
}

type Results = AsyncIterableIterator<ExecutionResult>;

/**
 * Subscriptions as server-sent events, by the protocol of graphql-sse in its distinct connections mode. Rejected: its server,
 * which reads ahead even if the client does not read. Here the next event is requested when the previous one has been sent.
 */
export function eventStreams(front: SubscriptionFront): EventStreams {
  const follow = followWith(front);
  const open = new Map<Results, FastifyReply["raw"]>();

  async function resultsOf(
    request: FastifyRequest,
    reply: FastifyReply,
    operation: OperationRequest,
  ): Promise<Results> {
    const { signal } = endingOf(reply.raw);
    const client = front.clientOf(request.raw);
    const subscription = await readSubscription(front, client, operation);
    if (!("document" in subscription)) return only(maskedResult({ errors: subscription }, front));
    const refusal = refusalToSubscribe(request.headers);
    if (refusal) return only(maskedResult({ errors: [refusal] }, front));
    const log = request.log as Logger; // as in front.ts
    const account = front.accountOf(reply);
    const details = { asOf: readAsOf(request.headers), requestId: request.id, log, client, signal, account };
    const fresh = async (isEvent: boolean) =>
      front.context({ ...details, isEvent, summary: {} }, readCredential(request.raw));
    const args: ExecutionArgs = { ...subscription, contextValue: { fresh, cost: subscription.cost } };
    const results = await follow(args);
    if (isAsyncIterable(results)) return results;
    // Before the stream begins, the status can tell the client to try again.
    const passing = results.errors?.find(passes);
    if (passing) throw new GraphQLError(passing.message, { extensions: passing.extensions });
    const limited = results.errors?.find(isRateLimited);
    if (limited)
      throw new GraphQLError(limited.message, { extensions: { ...limited.extensions, http: { status: 429 } } });
    return only(results);
  }

  return {
    async answer(request, reply, operation) {
      if (open.size >= mostStreams) return void reply.code(503).send();
      if (request.method === "HEAD") return void reply.headers(streamHeaders).send();
      const results = await resultsOf(request, reply, operation);
      const { raw } = reply;
      open.set(results, raw);
      reply.hijack();
      const headers = reply.getHeaders() as OutgoingHttpHeaders; // those that hooks have set: of CORS, and the request's id
      raw.writeHead(200, { ...headers, ...streamHeaders });
      raw.write(":\n\n");
      const pings = setInterval(() => raw.writableNeedDrain || raw.write(":\n\n"), keepAlive);
      raw.once("close", () => void results.return?.());
      if (raw.destroyed) await results.return?.(); // it is too late for that event
      try {
        for await (const result of results) {
          if (raw.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`) || (await drained(raw))) continue;
          request.log.info("a subscriber that does not read was disconnected");
          raw.destroy();
        }
        if (!raw.destroyed) raw.write("event: complete\ndata: \n\n");
      } finally {
        clearInterval(pings);
        open.delete(results);
        raw.end();
      }
    },
    close() {
      for (const [results, raw] of open) {
        void results.return?.();
        if (raw.writableNeedDrain) raw.destroy();
      }
    },
  };
}

/** Waits until the written data has been sent; false if the client does not read. */
async function drained(raw: FastifyReply["raw"]): Promise<boolean> {
  const end = new AbortController();
  const close = () => end.abort();
  const late = setTimeout(() => end.abort("late"), slowReader);
  raw.once("close", close);
  await once(raw, "drain", { signal: end.signal }).catch(() => undefined);
  raw.off("close", close);
  clearTimeout(late);
  return end.signal.reason !== "late";
}

async function* only(result: ExecutionResult): AsyncGenerator<ExecutionResult, void> {
  yield result;
}
