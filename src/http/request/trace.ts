import type { IncomingHttpHeaders } from "node:http";
import { type Context, context, propagation, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { FastifyInstance } from "fastify";
import { type ExecutionResult, getOperationAST } from "graphql";
import type { Execution } from "../../execution/executor.js";
import { failed, inSpan, tracer } from "../../tracing.js";
import type { ApolloConfig } from "../apollo.js";
import type { RequestContext } from "./context.js";

declare module "fastify" {
  interface FastifyRequest {
    trace?: { readonly span: Span; readonly context: Context };
  }
}

/**
 * The context of the client's trace (W3C Trace Context). A gateway forwards it, even if it makes no spans. Malformed
 * headers are left out.
 */
export function readTraceContext({ traceparent, tracestate }: IncomingHttpHeaders): Record<string, string> {
  if (typeof traceparent !== "string" || !/^[0-9a-f]{2}(-[0-9a-f]{32})(-[0-9a-f]{16})-[0-9a-f]{2}$/.test(traceparent))
    return {};
  const hasState = typeof tracestate === "string" && /^[\x20-\x7e]{1,512}$/.test(tracestate);
  return { traceparent, ...(hasState && { tracestate }) };
}

/** Makes a span for each request, as a child of the span in the header `traceparent`. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook("onRequest", (request, _reply, next) => {
    const parent = propagation.extract(context.active(), request.headers);
    const { method, routeOptions, url } = request;
    const options = {
      kind: SpanKind.SERVER,
      attributes: { "http.request.method": method, "url.scheme": request.protocol },
    };
    const span = tracer.startSpan(`${method} ${routeOptions.url ?? ""}`.trimEnd(), options, parent);
    // The query string holds variables.
    if (span.isRecording()) span.setAttributes({ "url.path": url.split("?")[0], "http.route": routeOptions.url });
    request.trace = { span, context: trace.setSpan(parent, span) };
    next();
  });

  // Not before the body has been read: its parser calls back from the socket's own context.
  fastify.addHook("preHandler", (request, _reply, next) => {
    if (request.trace) context.with(request.trace.context, next);
    else next();
  });

  fastify.addHook("onResponse", (request, reply, next) => {
    const { span } = request.trace ?? {};
    span?.setAttribute("http.response.status_code", reply.statusCode);
    if (span && reply.statusCode >= 500) failed(span, String(reply.statusCode));
    span?.end();
    next();
  });
}

type Execute = NonNullable<ApolloConfig["execute"]>;

/** Wraps an execution in a span with the operation's name. The span has neither the document nor variables, which contain values. */
export function tracedExecution(execute: Execute): Execute {
  return (execution) => {
    const { type, name, question } = operationOf(execution);
    const options = {
      attributes: { "graphql.operation.type": type, "graphql.operation.name": name, "standpoint.question": question },
    };
    return inSpan(question === undefined ? type : `${type} ${question}`, options, async (span) => {
      const result = await execute(execution);
      noteErrors(span, result);
      return result;
    });
  };
}

function operationOf({ document, operationName, context: own }: Execution) {
  const { operation, kind, question } = (own as RequestContext).summary ?? {}; // what the front makes
  if (kind !== undefined) return { type: kind, name: operation, question };
  const node = getOperationAST(document, operationName);
  return { type: node?.operation ?? "query", name: node?.name?.value.slice(0, 100), question };
}

function noteErrors(span: Span, { errors = [] }: ExecutionResult): void {
  const [error] = errors;
  if (!error) return;
  span.setAttribute("error.type", String(error.extensions.code ?? "INTERNAL_SERVER_ERROR"));
  span.setStatus({ code: SpanStatusCode.ERROR });
}
