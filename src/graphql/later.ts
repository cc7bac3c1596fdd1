type Take<T> = (value: T) => void;
type Fail = (error: unknown) => void;

/**
 * A promise whose outcome `settled` tells at once to who waits, in the turn in which it is known: the executor completes
 * thousands of them in one turn, where native promises would take several turns and allocations each. To everybody else
 * it is a promise like any other.
 */
export class Later<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = "Promise";
  #state: "waiting" | "known" | "failed" = "waiting";
  #outcome: unknown;
  // Not Take<T>, which would keep a Later<Actor> from being a Later<Actor | null>.
  #waiting: { take: Take<never>; fail: Fail }[] = [];

  /** One that is known already. */
  static of<T>(value: T): Later<T> {
    const later = new Later<T>();
    later.resolve(value);
    return later;
  }

  /** The outcome of any promise. */
  static from<T>(promise: Promise<T>): Later<T> {
    const later = new Later<T>();
    promise.then(
      (value) => later.resolve(value),
      (error: unknown) => later.reject(error),
    );
    return later;
  }

  get isKnown(): boolean {
    return this.#state !== "waiting";
  }

  /** The value that is known; throws the error where there is one instead. */
  outcome(): T {
    if (this.#state === "failed") throw this.#outcome;
    return this.#outcome as T; // set with the state
  }

  resolve(value: T): void {
    if (this.#state !== "waiting") return;
    this.#state = "known";
    this.#outcome = value;
    for (const { take } of this.#release()) take(value as never);
  }

  reject(error: unknown): void {
    if (this.#state !== "waiting") return;
    this.#state = "failed";
    this.#outcome = error;
    for (const { fail } of this.#release()) fail(error);
  }

  /** Calls one of the two: at once where the outcome is known, else as soon as it is. Neither may throw. */
  settled(take: Take<T>, fail: Fail): void {
    if (this.#state === "waiting") this.#waiting.push({ take, fail });
    else if (this.#state === "known") take(this.#outcome as T);
    else fail(this.#outcome);
  }

  /** What `change` makes of the value, once it is known. */
  map<U>(change: (value: T) => U): Later<U> {
    const changed = new Later<U>();
    const take = (value: T): void => {
      try {
        changed.resolve(change(value));
      } catch (error) {
        changed.reject(error);
      }
    };
    this.settled(take, (error) => changed.reject(error));
    return changed;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then<Value = T, Failed = never>(
    onValue?: ((value: T) => Value | PromiseLike<Value>) | null,
    onError?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Value | Failed> {
    return new Promise<T>((resolve, reject) => this.settled(resolve, reject)).then(onValue, onError);
  }

  catch<Failed = never>(onError?: ((error: unknown) => Failed | PromiseLike<Failed>) | null): Promise<T | Failed> {
    return this.then(undefined, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return this.then().finally(onEnd);
  }

  #release(): { take: Take<never>; fail: Fail }[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }
}
