import { createHash } from "node:crypto";

/** The kinds of work that are remembered. */
const mostKinds = 2_000;

/** How much the latest time counts for. */
const weight = 0.3;

/** How long work of a kind took lately, in milliseconds: a moving average. The kinds that ran longest ago are forgotten. */
export class ExpectedTimes {
  readonly #times = new Map<string, number>();

  of(kind: string): number | undefined {
    return this.#times.get(keyOf(kind));
  }

  note(kind: string, took: number): void {
    const key = keyOf(kind);
    const before = this.#times.get(key) ?? took;
    this.#times.delete(key); // a Map keeps the order in which keys were added
    this.#times.set(key, before + weight * (took - before));
    if (this.#times.size <= mostKinds) return;
    const [oldest] = this.#times.keys();
    if (oldest !== undefined) this.#times.delete(oldest);
  }
}

/** Kinds are texts of queries and documents, which may be long: those are kept by their hash. */
function keyOf(kind: string): string {
  return kind.length <= 100 ? kind : createHash("sha1").update(kind).digest("base64");
}
