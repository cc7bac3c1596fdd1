import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Observer } from "../../metrics/observer.js";
import type { Account } from "../account.js";
import type { RequestSummary } from "./context.js";

declare module "fastify" {
  interface FastifyRequest {
    summary: RequestSummary;
    account?: Account;
  }
}

/** The client's id of a request if it is valid, so that logs of several servers can be joined; otherwise a new id. */
export function requestId({ headers }: IncomingMessage): string {
  const requestId = headers["x-request-id"];
  return typeof requestId === "string" && /^[A-Za-z0-9._:/+=@-]{1,128}$/.test(requestId) ? requestId : randomUUID();
}

/** Characters of a path in the log. */
const longestPath = 200;

/** Returns the request's id in a header, and logs and counts each request: never headers, documents or values of variables. */
export function logRequests(fastify: FastifyInstance, observer?: Observer): void {
  fastify.addHook("onRequest", (request, reply, next) => {
    request.summary = {};
    reply.header("x-request-id", request.id);
    next();
  });

  fastify.addHook("onResponse", (request, reply, next) => {
    const path = request.url.split("?")[0]?.slice(0, longestPath);
    observer?.response(request.routeOptions.url, reply.statusCode);
    const { question, kind, codes: [code] = [] } = request.summary;
    if (kind !== undefined || code !== undefined)
      observer?.request({ question, kind, code, seconds: reply.elapsedTime / 1000 });
    // Orchestrators ask every few seconds.
    request.log[path?.startsWith("/health/") && reply.statusCode < 400 ? "debug" : "info"](
      { method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime), ...request.summary },
      "request",
    );
    next();
  });

  fastify.addHook("onRequestAbort", (request, next) => {
    request.log.info({ ...request.summary }, "request aborted by the client");
    next();
  });
}
