import { parseDate, parseSpan, type SpanDays } from "../edtf/edtf-date.js";
import type { Capacitated } from "./entities/define.js";
import type { Entry } from "./entities/index.js";
import type { Known } from "./known.js";

export type Capacity =
  | { readonly kind: "found"; readonly affiliation: Entry<"affiliations"> }
  /** There is such an affiliation, but not on the day of the statement. */
  | { readonly kind: "otherTime"; readonly affiliations: readonly Entry<"affiliations">[] }
  /** None of the speaker's affiliations is with that organization in that role. */
  | { readonly kind: "none"; readonly affiliations: readonly Entry<"affiliations">[] };

/**
 * The affiliation in which a statement was made: the speaker's own, an office or a representation, with the organization
 * and role named, held when it was made. Of several, one that was certainly held comes before one that may have been,
 * then the one that began last.
 */
export function capacityOf({ speaker, capacity, madeOn }: Capacitated, known: Known): Capacity {
  const own = affiliationsOf(speaker, known);
  const named = own.filter(
    ({ organization, role }) => organization === capacity?.organization && role === capacity.role,
  );
  if (named.length === 0) return { kind: "none", affiliations: own };
  const day = parseDate(madeOn);
  const held = named
    .map((affiliation) => ({ affiliation, days: affiliation.during ? parseSpan(affiliation.during) : always }))
    .filter(({ days }) => days.earliest <= day.latest && days.latest >= day.earliest)
    .map(({ affiliation, days }) => ({
      affiliation,
      days,
      certain: days.startLatest <= day.earliest && days.endEarliest >= day.latest,
    }))
    .sort((a, b) => Number(b.certain) - Number(a.certain) || (a.days.earliest < b.days.earliest ? 1 : -1));
  return held[0] ? { kind: "found", affiliation: held[0].affiliation } : { kind: "otherTime", affiliations: named };
}

/** An affiliation without dates may have been held at any time, and certainly at none. */
const always: SpanDays = {
  earliest: "0001-01-01",
  latest: "9999-12-31",
  startLatest: "9999-12-31",
  endEarliest: "0001-01-01",
};

function affiliationsOf(speaker: string | undefined, known: Known): Entry<"affiliations">[] {
  const after = new Map<string, Entry<"affiliations">>();
  for (const [key, { entry, retractedAt }] of known.stored.affiliations) if (!retractedAt) after.set(key, entry);
  for (const [key, { entry }] of known.items.affiliations) after.set(key, entry);
  return [...after.values()].filter(
    ({ member, kind }) => member === speaker && (kind === "OFFICE" || kind === "REPRESENTS"),
  );
}
