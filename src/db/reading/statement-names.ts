import { createHash } from "node:crypto";

/**
 * Names for prepared statements, so that a server parses and plans a text once a connection.
 *
 * A text is named when it comes for the second time, because filters make endless texts that come once. The names are
 * bounded: when they are used up all are forgotten and `generation` grows, which tells that connections of an older
 * generation hold prepared statements that nobody names any more.
 */
export class StatementNames {
  generation = 0;
  readonly #names = new Map<string, string>();
  readonly #seenOnce = new Set<string>();

  constructor(readonly limit = 500) {}

  /** The name for a statement's text; undefined for one that is not worth preparing. */
  for(text: string): string | undefined {
    const queryName = this.#names.get(text);
    if (queryName !== undefined) return queryName;
    if (!this.#seenOnce.delete(text)) {
      if (this.#seenOnce.size >= this.limit) this.#seenOnce.clear();
      this.#seenOnce.add(text);
      return undefined;
    }
    if (this.#names.size >= this.limit) {
      this.#names.clear();
      this.generation += 1;
    }
    const name = createHash("sha256").update(text).digest("base64url").slice(0, 16);
    this.#names.set(text, name);
    return name;
  }
}
