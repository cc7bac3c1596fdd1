/** The part of the untyped package `edtf` that is used here. */
declare module "edtf" {
  export interface ParsedDate {
    type: "Date";
    /** The level of ISO 8601-2 that the notation belongs to. */
    level: number;
    /** Year, month from 0 and day, as far as given; hours and minutes after them in a date with a time. */
    values: number[];
    /** A bit for each digit written as X. */
    unspecified?: number;
  }

  export interface ParsedSeason {
    type: "Season";
    level: number;
    /** Year and season code, 21 to 41. */
    values: [number, number];
    unspecified?: number;
  }

  export function parse(
    text: string,
    options: { level: number; types: readonly ["Date", "Season"] },
  ): ParsedDate | ParsedSeason;

  class ExtendedDate {
    constructor(parsed: ParsedDate);
    /** The first and the last millisecond, since 1970 in UTC. */
    readonly min: number;
    readonly max: number;
  }

  export { ExtendedDate as Date };
}
