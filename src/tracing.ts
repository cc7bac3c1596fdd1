import { type Span, type SpanOptions, SpanStatusCode, trace } from "@opentelemetry/api";

/** It has no effect until the operator loads an OpenTelemetry SDK; see docs/monitoring.md. */
export const tracer = trace.getTracer("standpoint");

/**
 * Runs some work in a span. For an error, the span gets only its name, since messages can contain
 * values.
 */
export function inSpan<Result>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failed(span, error instanceof Error ? error.name : "Error");
      throw error;
    } finally {
      span.end();
    }
  });
}

/** @param type a name or a code, never a message */
export function failed(span: Span, type: string): void {
  span.setAttribute("error.type", type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
