import { Later } from "./later.js";

/**
 * Gathers the keys that are asked for in one turn of the event loop, promises that are settled in it included, and loads
 * them together; each key once. As the package dataloader does, without native promises for each key (see Later).
 */
export class Loader<K, V> {
  readonly #known = new Map<K, Later<V>>();
  #gathered: K[] = [];

  /** @param load the values of keys, in their order */
  constructor(private readonly read: (keys: readonly K[]) => Promise<readonly V[]>) {}

  load(key: K): Later<V> {
    const known = this.#known.get(key);
    if (known) return known;
    const later = new Later<V>();
    this.#known.set(key, later);
    if (this.#gathered.push(key) === 1) afterThisTurn(() => void this.#dispatch());
    return later;
  }

  async #dispatch(): Promise<void> {
    const keys = this.#gathered;
    this.#gathered = [];
    const waiting = keys.map((key) => this.#known.get(key));
    try {
      const values = await this.read(keys);
      if (values.length !== keys.length) throw new Error(`${keys.length} keys were loaded as ${values.length} values`);
      for (const [index, later] of waiting.entries()) later?.resolve(values[index] as V); // as many as keys
    } catch (error) {
      for (const later of waiting) later?.reject(error);
    }
  }
}

/** Runs once all promises that are settled in this turn have told so; process.nextTick alone would run before some. */
function afterThisTurn(work: () => void): void {
  void Promise.resolve().then(() => process.nextTick(work));
}
