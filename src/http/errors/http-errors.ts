import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { passes } from "../../errors.js";
import { beyondLimit, type Limits } from "../../operations/limits/limits.js";
import { errorType, prefersHtml } from "../headers/media-type.js";
import { retryAfter } from "../headers/retry-after.js";

type Mask = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Gives failures before GraphQL (a body that is not JSON, or too long) the form of a GraphQL error.
 *
 * @param sendPage sends the page for an unknown address to a browser
 */
export function answerHttpErrors(
  fastify: FastifyInstance,
  limits: Limits,
  mask: Mask,
  sendPage?: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  fastify.setErrorHandler<FastifyError>((error, request, reply) =>
    answerError(readable(error, limits), mask, request, reply),
  );
  fastify.setNotFoundHandler((request, reply) => {
    if (sendPage && request.method === "GET" && prefersHtml(request.headers.accept)) return sendPage(request, reply);
    return answerError(
      httpError(404, "NOT_FOUND", "There is nothing at this address. The API is at /graphql."),
      mask,
      request,
      reply,
    );
  });
}

/** The error for a request that is not one of GraphQL over HTTP, with its status and further headers. */
export function httpError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
}

/** The error for a method that the API does not support. */
export function methodRefusal(): Error {
  const message = "The API accepts operations by POST, and queries also by GET and HEAD.";
  return httpError(405, "BAD_REQUEST", message, { allow: "GET, HEAD, POST" });
}

/** Answers one error, with the status and the headers of its `extensions.http`. */
function answerError(error: Error, mask: Mask, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const graphqlError = error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error });
  const { http, code: given = "INTERNAL_SERVER_ERROR", ...rest } = graphqlError.extensions;
  const formatted = mask({ message: graphqlError.message, extensions: { code: given, ...rest } }, error);
  const { code, incidentId } = formatted.extensions ?? {};
  request.summary.codes = [String(code)];
  if (typeof incidentId === "string") request.summary.incidents = [incidentId];
  const status = statusOf(http) ?? (passes({ extensions: { code } }) ? 503 : 500);
  if (status === 503) reply.header("retry-after", retryAfter);
  if (typeof rest.retryAfter === "number") reply.header("retry-after", rest.retryAfter);
  return reply
    .code(status)
    .headers(headersOf(http))
    .removeHeader("etag")
    .headers({ "content-type": errorType(request.headers.accept), "cache-control": "no-store" })
    .send(`${JSON.stringify({ errors: [formatted] })}\n`);
}

function readable(error: FastifyError, limits: Limits): Error {
  switch (error.statusCode) {
    case 413: {
      const message = `The body is longer than ${limits.bodyBytes.toLocaleString("en")} bytes, which is the limit.`;
      return beyondLimit("bodyBytes", limits.bodyBytes, undefined, message);
    }
    case 415:
      return httpError(
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "The body must be JSON, with the header Content-Type: application/json.",
      );
    default:
      // Only Fastify's refusals are meant for clients; other errors are not.
      return error.code?.startsWith("FST_ERR_") && (error.statusCode ?? 500) < 500
        ? httpError(error.statusCode ?? 400, "BAD_REQUEST", error.message)
        : error;
  }
}

function statusOf(http: unknown): number | undefined {
  const status = typeof http === "object" && http !== null && "status" in http ? http.status : undefined;
  return typeof status === "number" ? status : undefined;
}

function headersOf(http: unknown): Record<string, string> {
  const headers = typeof http === "object" && http !== null && "headers" in http ? http.headers : undefined;
  if (typeof headers !== "object" || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
