/**
 * An iterator over a generator that waits, which ends at once when its consumer returns: a generator's own `return` takes
 * its turn after the `next` that waits.
 *
 * @param generate makes the generator, which stops waiting when the signal aborts
 */
export function endable<T>(generate: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T, void> {
  const ending = new AbortController();
  const generator = generate(ending.signal);
  return {
    next: () => generator.next(),
    return() {
      ending.abort();
      return generator.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
