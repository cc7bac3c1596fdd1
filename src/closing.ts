/** Something that is closed in the end. */
export interface Closable {
  close(): Promise<unknown>;
}

/** What was opened, one after another, and is closed together: the latest first, as it may rest on those before. */
export class Closing implements Closable {
  readonly #parts: Closable[] = [];

  /** Has something closed with the rest, and returns it. */
  add<Part extends Closable>(part: Part): Part {
    this.#parts.push(part);
    return part;
  }

  /**
   * Closes every part, also where another one cannot be closed. Closing again closes nothing.
   *
   * @throws what kept a part from closing, once all have been tried
   */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const part of this.#parts.splice(0).reverse()) {
      try {
        await part.close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "Not everything could be closed");
  }
}
