import { setTimeout as after } from "node:timers/promises";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Database } from "../db/database.js";
import { ping } from "../db/ping.js";
import { buildId, packageVersion, schemaHash } from "../version.js";

/** Milliseconds in which a healthy database answers. */
const patience = 1000;

/** Returns, for people, why the server cannot answer requests; undefined while it can. Logs the details. */
export type Readiness = (log: FastifyBaseLogger) => Promise<string | undefined>;

/** Returns the parts that do not work, while the server can still answer requests. */
export type Impairments = () => readonly string[];

/**
 * Health checks for orchestrators: `/health/live` is 200 while the process runs, `/health/ready` while it can answer requests.
 * Once the server is stopping, both are 503.
 */
export function serveHealth(fastify: FastifyInstance, readiness: Readiness, impairments: Impairments = () => []): void {
  fastify.get("/health/live", (_request, reply) => reply.send({ status: "live" }));

  fastify.get("/health/ready", async (request, reply) => {
    const reason = await readiness(request.log);
    const impaired = impairments();
    if (reason === undefined) return { status: "ready", ...(impaired.length > 0 && { impaired }) };
    return reply.code(503).send({ status: "unavailable", reason });
  });
}

/** Serves `/version` for operators who upgrade. It reveals only what is in the published code. */
export function serveVersion(
  fastify: FastifyInstance,
  { schema, databaseKind = "none" }: { readonly schema: GraphQLSchema; readonly databaseKind?: string },
): void {
  const [version, build] = [packageVersion(), buildId().trim()];
  const about = { version, build, schema: schemaHash(schema), node: process.versions.node, database: databaseKind };
  fastify.get("/version", (_request, reply) => reply.header("cache-control", "no-store").send(about));
}

const unavailable = "The database does not respond.";

/** Ready while the database, or one of its replicas, answers within a second. */
export function databaseReadiness({ query, replicas }: Pick<Database, "query" | "replicas">): {
  readonly readiness: Readiness;
  readonly impairments: Impairments;
} {
  let isAway = false;
  return {
    async readiness(log) {
      try {
        await within(patience, ping({ query }));
        isAway = false;
        return undefined;
      } catch (error) {
        log.warn({ err: error }, "the database does not respond");
        isAway = replicas !== undefined && replicas.usable > 0;
        return isAway ? undefined : unavailable;
      }
    },
    impairments: () => [
      ...(isAway
        ? ["The database does not respond. Replicas answer reads without credentials; writes are refused."]
        : []),
      ...(replicas && replicas.usable < replicas.count
        ? [`${replicas.count - replicas.usable} of ${replicas.count} replicas cannot be used.`]
        : []),
    ],
  };
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const tooLate = after(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`no response within ${milliseconds} ms`);
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    timer.abort();
  }
}
