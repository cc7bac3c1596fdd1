import type { PGlite } from "@electric-sql/pglite";

/** Tells that the feed of changes went on; not how: whoever hears of it reads the feed. */
export interface ChangeSignal {
  /**
   * Calls back after each commit that appended to the feed, by whatever process; sometimes more often. What was appended
   * before this resolves may be told or not, so read the feed after it. A connection that is lost later is made again, and
   * then it calls back.
   *
   * @returns what ends it
   */
  listen(hear: () => void): Promise<() => Promise<void>>;
}

/** A signal with connections of its own. */
export interface ClosableSignal extends ChangeSignal {
  /** Ends all listening, for good. */
  close(): Promise<void>;
}

/** The channel that the feed's trigger notifies. */
export const changesChannel = "standpoint_changes";

/** The embedded database notifies within its process. */
export function embeddedSignal(pglite: PGlite): ChangeSignal {
  return {
    async listen(hear) {
      const end = await pglite.listen(changesChannel, hear);
      return async () => {
        if (!pglite.closed) await end();
      };
    },
  };
}
