import type { Logger } from "pino";
import { createClient } from "redis";
import type { ChangeSignal } from "./change-signal.js";

const channel = "standpoint:changes";

/** Milliseconds. Redis keeps no message for a subscriber who was away, so the feed is looked at now and then besides. */
const lookEvery = 5_000;

/** A signal over Redis, for databases behind a pooler that has no LISTEN. Whoever writes announces it. */
export interface RedisSignal extends ChangeSignal {
  /** Tells the other processes; never fails, since they look for themselves in a while. */
  announce(): Promise<void>;
  close(): Promise<void>;
}

/** Connects when it is first used, which fails where no Redis answers, and again whenever the connection is lost. */
export function redisSignal(url: string, log: Logger): RedisSignal {
  const connect = async () => {
    let wasThere = false;
    const client = createClient({
      url,
      // Whoever announces must not wait for a Redis that is away.
      disableOfflineQueue: true,
      socket: { reconnectStrategy: (attempts) => wasThere && Math.min(attempts * 100, 3_000) },
    });
    client.on("ready", () => {
      wasThere = true;
    });
    client.on("error", (error: unknown) => log.warn({ err: error }, "the connection to Redis broke"));
    await client.connect();
    return client;
  };
  let publisher: ReturnType<typeof connect> | undefined;
  return {
    async announce() {
      try {
        publisher ??= connect();
        await (await publisher).publish(channel, "");
      } catch (error) {
        publisher = undefined;
        log.warn({ err: error }, "other processes hear of a change late, because Redis does not answer");
      }
    },
    async listen(hear) {
      const client = await connect();
      await client.subscribe(channel, hear);
      const looking = setInterval(hear, lookEvery);
      return async () => {
        clearInterval(looking);
        await client.close();
      };
    },
    async close() {
      await (await publisher?.catch(() => undefined))?.close();
    },
  };
}
