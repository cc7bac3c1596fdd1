import type { RollCallRow } from "../read/roll-call-row.js";
import { resolutionSlug } from "./resolution.js";

/** The subject of a roll call: an entire resolution, or a part of it that was voted on separately. */
export type Place =
  | { readonly kind: "whole"; readonly slug: string; readonly inferred: boolean }
  | {
      readonly kind: "part";
      readonly slug: string;
      /** The slug of the whole; undefined where the data does not name the resolution. */
      readonly whole: string | undefined;
      readonly amendment: boolean;
      readonly inferred: boolean;
    };

const adopted = /resolution\s*\/\s*adopted by the General Assembl?y/i;
const separateVote = /^The (Acting )?President\b.*\b(paragraph|amendment|separate)/is;

/**
 * Says of each roll call whether it was about a whole or a part. Of those that share a resolution: the columns `para` and
 * `amend` tell the parts; else a text that says "resolution / adopted" tells the whole, and a president's words who puts a
 * paragraph to the vote a part; of what remains, the last is the whole and the others are parts, which is inferred:
 * separate votes come first in the Assembly. A roll call whose resolution is not named is a proposal of its own.
 */
export function wholesAndParts(rows: readonly RollCallRow[]): Map<RollCallRow, Place> {
  const groups = new Map<string, RollCallRow[]>();
  const places = new Map<RollCallRow, Place>();
  for (const row of rows) {
    const slug = resolutionSlug(row.resolution);
    if (slug === undefined) places.set(row, unnamed(row));
    else groups.set(slug, [...(groups.get(slug) ?? []), row]);
  }
  for (const [slug, group] of groups) placeGroup(slug, group, places);
  return places;
}

function unnamed(row: RollCallRow): Place {
  const slug = `un-ga-${row.session === null ? "" : `${row.session}-`}rc-${row.rcid}`;
  if (!isFlagged(row)) return { kind: "whole", slug, inferred: false };
  return { kind: "part", slug, whole: undefined, amendment: row.amend, inferred: false };
}

function placeGroup(slug: string, group: readonly RollCallRow[], places: Map<RollCallRow, Place>): void {
  const { row: whole, inferred } = wholeOf(group);
  for (const row of group) {
    if (row === whole) places.set(row, { kind: "whole", slug, inferred });
    else {
      places.set(row, {
        kind: "part",
        slug: `${slug}-rc-${row.rcid}`,
        whole: slug,
        amendment: row.amend,
        inferred: !isFlagged(row),
      });
    }
  }
}

const isFlagged = ({ amend, para }: RollCallRow): boolean => amend || para;

function wholeOf(group: readonly RollCallRow[]): { row: RollCallRow | undefined; inferred: boolean } {
  const unflagged = group.filter((row) => !isFlagged(row));
  if (unflagged.length <= 1) return { row: unflagged[0], inferred: false };
  const saying = unflagged.filter(({ short, text }) => adopted.test(short) || adopted.test(text));
  const candidates = saying.length > 0 ? saying : unflagged.filter(({ text }) => !separateVote.test(text));
  return { row: (candidates.length > 0 ? candidates : unflagged).toSorted(inTime).at(-1), inferred: true };
}

/** By the day or month that holds, then as the data numbers them. */
const inTime = (a: RollCallRow, b: RollCallRow): number =>
  a.heldOn.latest.localeCompare(b.heldOn.latest) || a.rcid - b.rcid;
