import type { Logger } from "pino";
import type { ClosableSignal } from "../change-signal.js";
import { reasonOf } from "../errors.js";
import { type RedisClient as Client, connectRedis as connect } from "../redis.js";

const channel = "standpoint:changes";

/** Milliseconds. Redis keeps no message for a subscriber who was away, so the feed is looked at now and then besides. */
const lookEvery = 5_000;
/** Milliseconds for Redis to take an announcement, for which the answer of a write waits. */
const announcing = 1_000;

/** A signal over Redis, for databases behind a pooler that has no LISTEN. The process that writes announces it. */
export interface RedisSignal extends ClosableSignal {
  /** Notifies the other processes. Never fails, since they look for themselves after a while. */
  announce(): Promise<void>;
}

/** Connects when it is first used, which fails where no Redis answers, and again whenever the connection is lost. */
export function redisSignal(url: string, log: Logger): RedisSignal {
  let publisher: Promise<Client> | undefined;
  const subscribers = new Set<Client>();

  async function end(client: Client): Promise<void> {
    if (!subscribers.delete(client)) return;
    client.destroy(); // a subscriber has nothing under way
  }

  return {
    async announce() {
      const connecting = publisher ?? connect(url, log);
      publisher = connecting;
      try {
        await within(
          announcing,
          connecting.then((client) => client.publish(channel, "")),
        );
      } catch (error) {
        if (publisher === connecting) publisher = undefined;
        void connecting.then((client) => client.destroy()).catch(() => undefined);
        log.warn(
          { reason: reasonOf(error) },
          "other processes are notified late of a change, because Redis does not respond",
        );
      }
    },
    async listen(hear) {
      const client = await connect(url, log);
      subscribers.add(client);
      await client.subscribe(channel, hear);
      client.on("ready", hear); // connected again: something may have been missed
      const looking = setInterval(hear, lookEvery);
      return async () => {
        clearInterval(looking);
        await end(client);
      };
    },
    async close() {
      for (const client of subscribers) await end(client);
      const client = await publisher?.catch(() => undefined);
      publisher = undefined;
      client?.destroy();
    },
  };
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`no response within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(late);
  }
}
