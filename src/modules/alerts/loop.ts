import { setImmediate } from "node:timers/promises";

/**
 * Work that is done one piece after another: when it is woken, and after as long as the last piece says. It keeps no process
 * alive.
 */
export class Loop {
  readonly #piece: () => Promise<number>;
  #working: Promise<void> | undefined;
  #woken = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param piece does part of the work and returns the milliseconds until there is more, 0 for at once; it must not fail */
  constructor(piece: () => Promise<number>) {
    this.#piece = piece;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** There may be something to do. */
  wake(): void {
    if (this.#closed) return;
    this.#woken = true;
    this.#working ??= this.#work();
  }

  /** Begins nothing more, and resolves when the piece under way is done. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#working;
  }

  async #work(): Promise<void> {
    clearTimeout(this.#timer);
    let rest = 0;
    while (!this.#closed && (this.#woken || rest === 0)) {
      this.#woken = false;
      rest = await this.#piece();
      await setImmediate(); // the embedded database answers without one, and leaves nobody else a turn
    }
    this.#working = undefined;
    if (!this.#closed) this.#timer = setTimeout(() => this.wake(), rest).unref();
  }
}
