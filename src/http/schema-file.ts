import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { printSorted } from "../graphql/published-schema.js";
import { etagOf, hasAlready, sendNotModified } from "./caching.js";

/** Serves the API's schema in the schema definition language at `/schema.graphql`, for tools that read a file. */
export function serveSchema(fastify: FastifyInstance, schema: GraphQLSchema): void {
  let made: { readonly body: Buffer; readonly etag: string } | undefined;
  fastify.get("/schema.graphql", async (request, reply) => {
    made ??= schemaFile(schema); // printing takes some milliseconds, which a start need not wait for
    const { body, etag } = made;
    const cacheControl = "public, no-cache";
    reply.header("vary", "accept-encoding");
    if (hasAlready(request, etag)) return sendNotModified(reply, { etag, cacheControl });
    // There is no registered media type for GraphQL's schema definition language; as text, a browser shows it.
    reply.headers({ etag, "cache-control": cacheControl, "content-type": "text/plain; charset=utf-8" });
    if (request.method === "HEAD" || request.headers["accept-encoding"] === undefined) return reply.send(body);
    reply.compress(body);
    return reply;
  });
}

function schemaFile(schema: GraphQLSchema) {
  const text = printSorted(schema);
  return { body: Buffer.from(text), etag: etagOf([text]) };
}
