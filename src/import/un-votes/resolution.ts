/** How the series of the data are written in slugs: R regular sessions, SS special, ESS emergency special, GOAR the records. */
const series: Record<string, string> = { R: "", SS: "s-", ESS: "es-", GOAR: "goar-" };

/**
 * The slug of what a resolution number names: one for all the ways in which releases write it.
 * `R/67/19` and `A/RES/67/19` give `un-ga-67-19`, `R/25/2668A` and `R/25/2668/A` give `un-ga-25-2668-a`, `ESS/1/34` gives
 * `un-ga-es-1-34`. Undefined where no number is given.
 */
export function resolutionSlug(number: string): string | undefined {
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

/**
 * Whether the number is one that only an adopted resolution has. From session 31 on the Assembly numbers its resolutions
 * by session; before, many numbers in the data are pages of its records.
 */
export function isAdoptedNumber(number: string): boolean {
  const session = /^(?:A\/RES|R)\/(\d+)\/\d/.exec(number.trim())?.[1];
  return session !== undefined && Number(session) >= 31;
}
