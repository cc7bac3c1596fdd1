import type { PGlite } from "@electric-sql/pglite";

/** Signals that the feed has a new change. It carries no data: a listener reads the feed. */
export interface ChangeSignal {
  /**
   * Calls back after each commit, of any process, that appended to the feed; sometimes more often. Changes before this
   * resolves may or may not be signalled, so read the feed after it. It reconnects after a lost connection, and then calls
   * back.
   *
   * @returns a function that ends it
   */
  listen(hear: () => void): Promise<() => Promise<void>>;
}

/** A signal with its own connections. */
export interface ClosableSignal extends ChangeSignal {
  /** Ends all listening permanently. */
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
