import { setTimeout as after } from "node:timers/promises";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Database } from "../db/database.js";
import { ping } from "../db/ping.js";

/** How long a database that is well may take to answer, in milliseconds. */
const patience = 1000;

/** Tells, for people, why the server could not answer questions now; undefined while it could. Logs what it knows more. */
export type Readiness = (log: FastifyBaseLogger) => Promise<string | undefined>;

/**
 * What orchestrators ask: `/health/live` answers while the process runs, `/health/ready` while what it needs is there too.
 * Once the server is told to stop, both answer 503.
 */
export function serveHealth(fastify: FastifyInstance, readiness: Readiness): void {
  fastify.get("/health/live", (_request, reply) => reply.send({ status: "live" }));

  fastify.get("/health/ready", async (request, reply) => {
    const reason = await readiness(request.log);
    if (reason === undefined) return { status: "ready" };
    return reply.code(503).send({ status: "unavailable", reason });
  });
}

/** Ready while the database answers within a second. */
export function databaseReadiness(database: Pick<Database, "query">): Readiness {
  return async (log) => {
    try {
      await within(patience, ping(database));
      return undefined;
    } catch (error) {
      log.warn({ err: error }, "the database does not answer");
      return "The database does not answer.";
    }
  };
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
