import type { Logger } from "pino";
import { createClient } from "redis";
import { RedisUnavailable, reasonOf } from "./errors.js";

/** Milliseconds between two pings, and without an answer until the connection is replaced. */
const ping = 5_000;
const silence = 15_000;

export type RedisClient = Awaited<ReturnType<typeof connectRedis>>;

/**
 * Connects to Redis, and reconnects whenever the connection is lost.
 *
 * @throws RedisUnavailable if Redis does not answer
 */
export async function connectRedis(url: string, log: Logger) {
  let wasThere = false;
  let isAway = false;
  const client = createClient({
    url,
    // Announcing a change must not wait while Redis does not answer.
    disableOfflineQueue: true,
    pingInterval: ping,
    socket: {
      socketTimeout: silence,
      reconnectStrategy: (attempts) => wasThere && Math.min(attempts * 100, 3_000),
    },
  });
  client.on("ready", () => {
    wasThere = true;
    isAway = false;
  });
  client.on("error", (error: unknown) => {
    if (wasThere && !isAway) log.warn({ reason: reasonOf(error) }, "the connection to Redis was lost; trying again");
    isAway = true;
  });
  try {
    await client.connect();
  } catch (error) {
    const { hostname, port } = new URL(url);
    throw new RedisUnavailable(`Cannot use Redis at ${hostname}:${port || 6379}: ${reasonOf(error)}`, { cause: error });
  }
  return client;
}
