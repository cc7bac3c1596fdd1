import { constants } from "node:zlib";
import compress from "@fastify/compress";
import type { FastifyInstance, FastifyReply } from "fastify";

/**
 * Bytes. A smaller response fits in one or two network packets, so compression would only take time.
 */
const threshold = 1_400;

/** Makes `sendCompressed` work on a server. Nothing is compressed unless a route asks for it. */
export async function enableCompression(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, {
    global: false,
    globalDecompression: false, // bodies of requests are not compressed
    threshold,
    encodings: ["zstd", "br", "gzip"], // in order of preference; Node.js may lack some
    // Quality 11, Node's default, takes seconds for a megabyte; 4 is as fast as gzip, and smaller.
    brotliOptions: {
      params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: 4 },
    },
    zlibOptions: { level: 6 },
  });
}

/**
 * Sends a response, compressed if the client accepts that and it is large enough. Responses to mutations are not compressed:
 * they may contain a secret next to text that somebody else chose, and the compressed length would reveal it.
 */
export function sendCompressed(reply: FastifyReply, body: Buffer): FastifyReply {
  const { headers, summary } = reply.request;
  const isWorthIt = body.length >= threshold && headers["accept-encoding"] !== undefined && summary.kind === "query";
  if (!isWorthIt) return reply.send(body);
  reply.compress(body);
  return reply;
}
