/** A cache of values by name, which drops the least recently used ones. */
export class Recent<V> {
  readonly #values = new Map<string, V>();
  /** The name that is last in the map: to move it there again would take longer than to find it. */
  #newest: string | undefined;

  constructor(readonly limit: number) {}

  get(name: string): V | undefined;
  /** Makes the value if it is not in the cache. */
  get(name: string, make: () => V): V;
  get(name: string, make?: () => V): V | undefined {
    const value = this.#values.get(name);
    if (value !== undefined) {
      if (name === this.#newest) return value;
      this.#values.delete(name); // to the end: a Map keeps the order in which names were set
      this.#values.set(name, value);
      this.#newest = name;
      return value;
    }
    if (!make) return undefined;
    const made = make();
    this.set(name, made);
    return made;
  }

  set(name: string, value: V): void {
    this.#values.delete(name);
    this.#values.set(name, value);
    this.#newest = name;
    if (this.#values.size <= this.limit) return;
    const [oldest] = this.#values.keys();
    if (oldest !== undefined) this.#values.delete(oldest);
  }
}
