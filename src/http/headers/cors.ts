import type { FastifyCorsOptions } from "@fastify/cors";

/**
 * Pages of any site may use the API: the record is public, and the server ignores credentials that a browser sends by
 * itself, such as cookies. So a page of another site can read only public data.
 *
 * For the same reason a page may send any header: the preflight's answer repeats those that the browser lists. Clients and
 * tracing libraries add headers of many names (`apollographql-client-name`, `traceparent`, `sentry-trace`), and a list of
 * them would never be complete. The wildcard `*` would not do, because it does not cover `Authorization`.
 */
export const corsOptions: FastifyCorsOptions = {
  origin: "*",
  methods: ["GET", "HEAD", "POST"],
  exposedHeaders: [
    "etag",
    "x-request-id",
    "retry-after",
    "www-authenticate",
    "standpoint-consistency-token",
    "standpoint-snapshot",
    "ratelimit",
    "ratelimit-policy",
  ],
  maxAge: 86_400,
  strictPreflight: false, // an OPTIONS without the preflight's headers is not an error
};
