import type { FastifyInstance } from "fastify";

/** Returns the function that stops the server: it refuses new connections, waits `patience` milliseconds for requests in flight, and cuts off the rest. */
export function stopsWithin(patience: number, fastify: FastifyInstance): () => Promise<void> {
  let stopping = false;

  fastify.addHook("onSend", (_request, reply, _payload, next) => {
    // Otherwise the connection of a request in flight would stay open for the client's next request, and delay the stop.
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
