/** A resource that can be closed. */
export interface Closable {
  close(): Promise<unknown>;
}

/** Resources that are closed together, the latest first, since it may depend on earlier ones. */
export class Closing implements Closable {
  readonly #parts: Closable[] = [];

  /** Adds a resource, and returns it. */
  add<Part extends Closable>(part: Part): Part {
    this.#parts.push(part);
    return part;
  }

  /**
   * Closes every resource, even if closing another one fails. A second call does nothing.
   *
   * @throws AggregateError with all failures, after all have been tried
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
