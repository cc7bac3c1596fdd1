import type { FastifyInstance } from "fastify";

/** Returns what stops the server: no new connections, requests in flight get `patience` milliseconds, then all are cut. */
export function stopsWithin(patience: number, fastify: FastifyInstance): () => Promise<void> {
  let stopping = false;

  fastify.addHook("onSend", (_request, reply, _payload, next) => {
    // Else the connection of a request in flight would stay open for the client's next one, and the stop would wait.
    if (stopping) reply.header("connection", "close");
    next();
  });

  return async () => {
    stopping = true;
    const cutOff = setTimeout(() => fastify.server.closeAllConnections(), patience);
    try {
      await fastify.close();
    } finally {
      clearTimeout(cutOff);
    }
  };
}
