import type { FastifyCorsOptions } from "@fastify/cors";

/**
 * Any web page may ask: what is recorded is public, and no cookie or other credential that a browser sends by itself
 * is ever looked at, so a page of another site gets no more than anybody.
 */
export const corsOptions: FastifyCorsOptions = {
  origin: "*",
  methods: ["GET", "POST"],
  allowedHeaders: [
    "content-type",
    "authorization",
    "standpoint-as-of",
    "standpoint-known-at",
    "x-request-id",
    "apollo-require-preflight",
    "x-apollo-operation-name",
  ],
  exposedHeaders: ["x-request-id"],
  maxAge: 86_400,
  strictPreflight: false, // an OPTIONS that asks for nothing is no error
};
