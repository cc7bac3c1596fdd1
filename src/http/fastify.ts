import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type onSendHookHandler } from "fastify";
import type { Logger } from "pino";
import type { Limits } from "../operations/limits/limits.js";
import { readJsonBodies } from "./json-body.js";
import { requestId } from "./request/log.js";

/** The most milliseconds for the headers of a request to arrive. */
const headersArrival = 10_000;

/** Makes the Fastify instance of a front, with its log, request ids and the accepted bodies. */
export function makeFastify(log: Logger, limits: Limits): FastifyInstance {
  const fastify: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger, // pino's own type has other members than Fastify's
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    requestIdHeader: false,
    genReqId: requestId,
    bodyLimit: limits.bodyBytes,
    // For the whole request to arrive: a slow sender must not hold a connection for ever.
    requestTimeout: limits.arrival,
    http: {
      headersTimeout: Math.min(limits.arrival, headersArrival),
      // Node looks for slow senders once in such an interval: every 30 seconds by default.
      connectionsCheckingInterval: Math.ceil(Math.min(limits.arrival / 4, 5_000)),
    },
  });
  readJsonBodies(fastify);
  return fastify;
}

/** A HEAD gets the headers of the GET, including its length. */
export const withoutBodyForHead: onSendHookHandler = (request, reply, payload, next) => {
  if (request.method !== "HEAD" || !(typeof payload === "string" || Buffer.isBuffer(payload)))
    return next(null, payload);
  reply.header("content-length", Buffer.byteLength(payload));
  next(null, null);
};
