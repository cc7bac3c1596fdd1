import type { Logger } from "pino";
import type { RateLimiterRedis } from "rate-limiter-flexible";
import type { RedisClient } from "./redis.js";

interface Options {
  readonly points: number;
  readonly keyPrefix: string;
  /** Seconds for which a count lasts. */
  readonly duration: number;
}

/** Counts in Redis, shared by all processes that use it. Connects when it is first used. */
export interface RedisCounts {
  /** Connects before the first count needs it. Never fails: a count that cannot be read reports that. */
  connect(): Promise<void>;
  /** @throws RedisUnavailable */
  limiter(options: Options): Promise<RateLimiterRedis>;
  close(): Promise<void>;
}

export function redisCounts(url: string, log: Logger): RedisCounts {
  const limiters = new Map<string, RateLimiterRedis>();
  let connecting: Promise<RedisClient> | undefined;

  async function connected(): Promise<RedisClient> {
    // Loaded only where it is used: 650 files, a third of a second.
    connecting ??= import("./redis.js").then(({ connectRedis }) => connectRedis(url, log));
    const attempt = connecting;
    try {
      return await attempt;
    } catch (error) {
      if (connecting === attempt) connecting = undefined; // the next one tries again
      throw error;
    }
  }

  return {
    async connect() {
      await Promise.allSettled([connected(), import("rate-limiter-flexible")]);
    },
    async limiter({ points, keyPrefix, duration }) {
      const storeClient = await connected();
      const { RateLimiterRedis } = await import("rate-limiter-flexible");
      const existing = limiters.get(keyPrefix);
      const options = { points, duration, keyPrefix: `standpoint:cost:${keyPrefix}`, useRedisPackage: true };
      const limiter = existing ?? new RateLimiterRedis({ ...options, storeClient, rejectIfRedisNotReady: true });
      limiters.set(keyPrefix, limiter);
      return limiter;
    },
    async close() {
      const client = await connecting?.catch(() => undefined);
      client?.destroy();
    },
  };
}
