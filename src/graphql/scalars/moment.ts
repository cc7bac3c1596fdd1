/** A moment that a client wrote: a Date, which knows milliseconds, that knows microseconds too where they were written. */
export class Moment extends Date {
  readonly #exact: string;

  /** @param text RFC 3339, of a year from 0001 to 9999 */
  constructor(text: string) {
    super(text);
    const milliseconds = this.toISOString();
    const [, digits] = /\.(\d{4,})/.exec(text) ?? [];
    this.#exact = digits ? `${milliseconds.slice(0, -4)}${digits.slice(0, 6).padEnd(6, "0")}Z` : milliseconds;
  }

  /** RFC 3339 in UTC: with milliseconds, or with microseconds where it was written with more than milliseconds. */
  get exact(): string {
    return this.#exact;
  }
}
