import type { BulkSession } from "../../../db/writing/bulk-session.js";

interface Lane {
  readonly session: BulkSession;
  /** The batch under way. */
  done: Promise<void>;
}

/**
 * Writes batches while the next one is read, one on each session: most of an import's time is the database's, which uses
 * one processor a session. At most as many batches as sessions are under way, so memory stays bounded.
 */
export class BatchWriter<Row> {
  readonly #lanes: Lane[];

  constructor(
    sessions: readonly BulkSession[],
    readonly record: (session: BulkSession, rows: readonly Row[]) => Promise<void>,
  ) {
    this.#lanes = sessions.map((session) => ({ session, done: Promise.resolve() }));
  }

  /** Waits until a session is free, not for this batch. Throws what a batch before threw. */
  async write(rows: readonly Row[]): Promise<void> {
    const free = await Promise.race(this.#lanes.map((lane) => lane.done.then(() => lane)));
    free.done = this.record(free.session, rows);
    // The next wait reports its failure; until then nobody listens.
    free.done.catch(() => undefined);
  }

  /** Waits for all; throws the first failure once none is under way. */
  async settled(): Promise<void> {
    const ends = await Promise.allSettled(this.#lanes.map(({ done }) => done));
    const failed = ends.find((end) => end.status === "rejected");
    if (failed) throw failed.reason;
  }
}
