import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { Logger } from "pino";

/** Tells that the feed of changes went on; not how: whoever hears of it reads the feed. */
export interface ChangeSignal {
  /**
   * Calls back after each commit that appended to the feed, by whatever process; sometimes more often. What was appended
   * before this resolves may be told or not, so read the feed after it.
   *
   * @returns what ends it
   */
  listen(hear: () => void): Promise<() => Promise<void>>;
}

/** The channel that the feed's trigger notifies. */
const channel = "standpoint_changes";

/** The embedded database notifies within its process. */
export function embeddedSignal(pglite: PGlite): ChangeSignal {
  return {
    async listen(hear) {
      const end = await pglite.listen(channel, hear);
      return async () => {
        if (!pglite.closed) await end();
      };
    },
  };
}

/** Milliseconds before a lost connection is tried again. */
const pause = 1_000;

/**
 * A server's LISTEN, on a connection of its own, made anew when it is lost: then it calls back at once, since something may
 * have been missed.
 */
export function postgresSignal(url: string, log: Logger): ChangeSignal {
  return {
    async listen(hear) {
      let client: pg.Client | undefined;
      let again: NodeJS.Timeout | undefined;
      let ended = false;

      const connect = async (): Promise<void> => {
        const next = new pg.Client({ connectionString: url, application_name: "standpoint changes", keepAlive: true });
        next.on("notification", hear);
        next.on("error", () => undefined); // "end" follows
        next.on("end", () => {
          if (client === next) retry();
        });
        await next.connect();
        await next.query(`listen ${channel}`);
        client = next;
        if (ended) await next.end();
      };
      const retry = (): void => {
        if (ended) return;
        again = setTimeout(() => {
          connect().then(hear, (error: unknown) => {
            log.warn({ err: error }, "cannot listen for changes; trying again");
            retry();
          });
        }, pause);
      };

      await connect();
      return async () => {
        ended = true;
        clearTimeout(again);
        await client?.end();
      };
    },
  };
}
