import { context, propagation, SpanKind } from "@opentelemetry/api";
import { inSpan } from "../../../tracing.js";
import type { Subgraph } from "../subgraph-client.js";

type Headers = Readonly<Record<string, string>>;

/**
 * Asks a subgraph in a span. The headers get the trace's context, so that the spans of the subgraph belong to it; without an
 * SDK they pass on the context that the client sent, if there is one.
 */
export function inFetch<Result>(
  { name, url }: Subgraph,
  headers: Headers,
  ask: (headers: Headers, noteStatus: (status: number) => void) => Promise<Result>,
): Promise<Result> {
  const { hostname, port } = new URL(url);
  const attributes = {
    "http.request.method": "POST",
    "server.address": hostname,
    "server.port": Number(port) || undefined,
    "standpoint.subgraph": name,
  };
  return inSpan("POST", { kind: SpanKind.CLIENT, attributes }, (span) => {
    const own = { ...headers };
    propagation.inject(context.active(), own);
    return ask(own, (status) => span.setAttribute("http.response.status_code", status));
  });
}
