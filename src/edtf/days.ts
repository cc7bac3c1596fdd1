/** The first and the last day on which something can have been, both "YYYY-MM-DD". */
export interface Days {
  readonly earliest: string;
  readonly latest: string;
}

/** As `Days` for what lasts, with the last day on which it can have begun and the first on which it can have ended. */
export interface SpanDays extends Days {
  readonly startLatest: string;
  readonly endEarliest: string;
}

/** A date of which any day may be the true one, as a span: it begins and ends on that day. */
export function pointIn({ earliest, latest }: Days): SpanDays {
  return { earliest, startLatest: latest, endEarliest: earliest, latest };
}

/** The earliest of some days, at least one. */
export function firstOf(...days: string[]): string {
  return days.reduce((first, day) => (day < first ? day : first));
}

/** The latest of some days, at least one. */
export function lastOf(...days: string[]): string {
  return days.reduce((last, day) => (day > last ? day : last));
}
