import { setTimeout as after } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { ping } from "../db/ping.js";

/** How long a database that is well may take to answer, in milliseconds. */
const patience = 1000;

/**
 * What orchestrators ask: `/health/live` answers while the process runs, `/health/ready` while the database answers too.
 * Once the server is told to stop, both answer 503.
 */
export function serveHealth(fastify: FastifyInstance, database: Database): void {
  fastify.get("/health/live", (_request, reply) => reply.send({ status: "live" }));

  fastify.get("/health/ready", async (request, reply) => {
    try {
      await within(patience, ping(database));
      return { status: "ready" };
    } catch (error) {
      request.log.warn({ err: error }, "the database does not answer");
      return reply.code(503).send({ status: "unavailable", reason: "The database does not answer." });
    }
  });
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const tooLate = after(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds} ms`);
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    timer.abort();
  }
}
