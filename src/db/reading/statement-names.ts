import { createHash } from "node:crypto";

/**
 * Names for prepared statements, so that the server parses and plans a text once for each connection.
 *
 * A text gets a name when it occurs for the second time, because filters make endless texts that occur once. The number of
 * names is limited. When it is reached, all names are dropped and `generation` grows: connections of an older generation have
 * prepared statements that are no longer used, and are closed.
 */
export class StatementNames {
  generation = 0;
  readonly #names = new Map<string, string>();
  readonly #seenOnce = new Set<string>();

  constructor(readonly limit = 500) {}

  /** The name for a query's text; undefined for one that is not worth preparing. */
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
