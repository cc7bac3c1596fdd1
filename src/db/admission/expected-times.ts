/** The most kinds of work in the cache, and the most characters of their names: some megabytes. */
const cacheLimits = { kinds: 2_000, characters: 4_000_000 };

/** The weight of the latest time in the average. */
const weight = 0.3;

/** The recent time of each kind of work in milliseconds: a moving average. The least recently used kinds are dropped. */
export class ExpectedTimes {
  readonly #times = new Map<string, number>();
  #characters = 0;

  of(kind: string): number | undefined {
    return this.#times.get(kind);
  }

  note(kind: string, took: number): void {
    const before = this.#times.get(kind);
    if (before === undefined) this.#characters += kind.length;
    else this.#times.delete(kind); // to the end: a Map keeps the order in which keys were added
    this.#times.set(kind, before === undefined ? took : before + weight * (took - before));
    for (const [oldest] of this.#times) {
      if (this.#times.size <= cacheLimits.kinds && this.#characters <= cacheLimits.characters) return;
      this.#times.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}
