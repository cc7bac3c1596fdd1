/** Something that is followed: joined before its first event is waited for, and left whatever ends it. */
export interface Followable<T> {
  /** Rejects where it cannot be followed now; then it need not be left. */
  join(): Promise<void>;
  leave(): Promise<void>;
  /** Its events, until the signal aborts, also while it waits. */
  events(signal: AbortSignal): AsyncGenerator<T, void>;
}

/**
 * Joins something and iterates over its events. The iterator ends at once when its consumer returns: a generator's own
 * `return` takes its turn after the `next` that waits, and one that was never begun does not run its `finally`.
 */
export async function endable<T>(source: Followable<T>): Promise<AsyncIterableIterator<T, void>> {
  await source.join();
  const ending = new AbortController();
  const generator = source.events(ending.signal);
  let left: Promise<void> | undefined;
  const leave = () => {
    ending.abort();
    left ??= source.leave();
    return left;
  };
  const iterator: AsyncIterableIterator<T, void> = {
    async next() {
      try {
        const next = await generator.next();
        if (next.done) await leave();
        return next;
      } catch (error) {
        await leave();
        throw error;
      }
    },
    async return() {
      await leave();
      return generator.return();
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
