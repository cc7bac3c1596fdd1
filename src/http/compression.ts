import { constants } from "node:zlib";
import compress from "@fastify/compress";
import type { FastifyInstance, FastifyReply } from "fastify";

/**
 * Bytes. A smaller answer fits in one network packet or two, so compressing it would only take time.
 */
const threshold = 1_400;

/** Makes `sendCompressed` work on a server. Nothing is compressed unless a route asks for it. */
export async function enableCompression(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, {
    global: false,
    globalDecompression: false, // bodies of requests are not compressed
    threshold,
    encodings: ["zstd", "br", "gzip"], // those that this Node.js has, the best first
    // Quality 11, Node's default, takes seconds for a megabyte; 4 is as fast as gzip, and smaller.
    brotliOptions: {
      params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: 4 },
    },
    zlibOptions: { level: 6 },
  });
}

/**
 * Sends an answer, compressed where the client takes that and it is worth it. What a mutation answers is sent as it is: it
 * may hold a secret beside what somebody else chose, and its compressed length would tell of it.
 */
export function sendCompressed(reply: FastifyReply, body: Buffer): FastifyReply {
  const { headers, summary } = reply.request;
  const isWorthIt = body.length >= threshold && headers["accept-encoding"] !== undefined && summary.kind === "query";
  if (!isWorthIt) return reply.send(body);
  reply.compress(body);
  return reply;
}
