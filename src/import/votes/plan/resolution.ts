/** How the series of the data are written in slugs: R regular sessions, SS special, ESS emergency special, GOAR the records. */
const series: Record<string, string> = { R: "", SS: "s-", ESS: "es-", GOAR: "goar-" };

/**
 * The slug of what a resolution number names: one for all the ways in which releases write it.
 * `R/67/19` and `A/RES/67/19` give `un-ga-67-19`, `R/25/2668A` and `R/25/2668/A` give `un-ga-25-2668-a`, `ESS/1/34` gives
 * `un-ga-es-1-34`, `A/RES/3236(XXIX)` and `A/RES/2668 A (XXV)` give `un-ga-29-3236` and `un-ga-25-2668-a`. Undefined where no number is given.
 */
export function resolutionSlug(number: string): string | undefined {
  const early = earlySlug(number);
  if (early !== undefined) return early;
  const words = number
    .trim()
    .toUpperCase()
    .replace(/^A\/RES\//, "R/")
    .split(/[\s/]+/)
    .filter(Boolean);
  const [first = "", ...rest] = words;
  const prefix = series[first];
  const parts = (prefix === undefined ? words : rest)
    .flatMap((word) => word.replace(/^(\d+)([A-Z]+)$/, "$1-$2").split(/[^A-Z0-9]+/))
    .filter(Boolean);
  return parts.length === 0 ? undefined : `un-ga-${prefix ?? ""}${parts.join("-").toLowerCase()}`;
}

/** Sessions up to the thirtieth are in Roman numerals behind the number, as the United Nations write them. */
const early = /^(?:A\/RES\/)?(\d+)\s*([A-Z])?\s*\((ES-|S-)?([IVX]+)\)\s*\[?([A-Z])?\]?$/i;
const digits: Record<string, number> = { I: 1, V: 5, X: 10 };

function earlySlug(number: string): string | undefined {
  const [, resolution, before, series = "", numeral = "", after] = early.exec(number.trim()) ?? [];
  if (resolution === undefined) return undefined;
  const values = [...numeral.toUpperCase()].map((digit) => digits[digit] ?? 0);
  const session = values.reduce((sum, value, place) => sum + (value < (values[place + 1] ?? 0) ? -value : value), 0);
  return ["un-ga-", series, session, "-", resolution, before || after ? `-${before ?? after}` : ""]
    .join("")
    .toLowerCase();
}

/** Whether a slug's number may be a page of the records in the usual data, and a resolution in other data. */
export const isEarly = (slug: string): boolean => Number(/^un-ga-(\d+)-\d/.exec(slug)?.[1] ?? 31) < 31;

/**
 * Whether the number is one that only an adopted resolution has. From session 31 on the Assembly numbers its resolutions
 * by session; before, many numbers in the data are pages of its records.
 */
export function isAdoptedNumber(number: string): boolean {
  const session = /^(?:A\/RES|R)\/(\d+)\/\d/.exec(number.trim())?.[1];
  return session !== undefined && Number(session) >= 31;
}
