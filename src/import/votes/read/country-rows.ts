import { UnusableFiles } from "./unusable-files.js";

/** A country as a table prints it. */
export interface PrintedCountry {
  readonly name: string;
  readonly code: string;
}

/** The rows of one roll call, by the place of their country. 0 where there is none. */
interface Rows {
  values: Uint8Array;
  lines: Uint32Array;
}

/** The data has 200. Many more mean that a column holds something else, which would take memory without a bound. */
const mostCountries = 2_000;

/**
 * One small value and a line for each roll call and country: five bytes a row, so that a table is held completely until all
 * of it is checked.
 */
export class CountryRows {
  readonly countries: PrintedCountry[] = [];
  readonly #places = new Map<string, number>();
  readonly #rows = new Map<number, Rows>();

  constructor(readonly file: string) {}

  /** @throws UnusableFiles where a table names more countries than there can be */
  place(country: PrintedCountry): number {
    const key = `${country.name}\0${country.code}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.countries.length;
      if (place >= mostCountries) {
        throw new UnusableFiles(
          `${this.file} names more than ${mostCountries} countries: its columns contain other data`,
        );
      }
      this.#places.set(key, place);
      this.countries.push(country);
    }
    return place;
  }

  get(rcid: number, place: number): { value: number; line: number } | undefined {
    const rows = this.#rows.get(rcid);
    const found = rows?.values[place] ?? 0;
    return found === 0 ? undefined : { value: found, line: rows?.lines[place] ?? 0 };
  }

  set(rcid: number, place: number, value: number, line: number): void {
    let rows = this.#rows.get(rcid);
    if (!rows || rows.values.length <= place) {
      const size = Math.max(256, 2 * place);
      const longer = { values: new Uint8Array(size), lines: new Uint32Array(size) };
      longer.values.set(rows?.values ?? []);
      longer.lines.set(rows?.lines ?? []);
      rows = longer;
      this.#rows.set(rcid, rows);
    }
    rows.values[place] = value;
    rows.lines[place] = line;
  }

  /** The rows of a roll call. */
  *of(rcid: number): Generator<{ place: number; value: number; line: number }> {
    const rows = this.#rows.get(rcid);
    if (!rows) return;
    for (let place = 0; place < this.countries.length; place++) {
      const found = rows.values[place] ?? 0;
      if (found !== 0) yield { place, value: found, line: rows.lines[place] ?? 0 };
    }
  }

  has(rcid: number): boolean {
    return this.#rows.has(rcid);
  }

  /** Whether two roll calls have the same rows, apart from their lines. */
  same(one: number, other: number): boolean {
    const [a, b] = [this.#rows.get(one), this.#rows.get(other)];
    if (!a || !b) return false;
    return this.countries.every((_, place) => (a.values[place] ?? 0) === (b.values[place] ?? 0));
  }
}
