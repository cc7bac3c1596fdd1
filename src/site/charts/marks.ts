import { type Stance, stanceClass, stanceLabel, stances } from "../stance.js";

/** Why an actor has no recorded stance, or which way it leans by its positions on related subjects. */
const others = {
  LEANS_FOR: { label: "Leans for it", glyph: "›" },
  LEANS_NEITHER: { label: "Leans neither way", glyph: "·" },
  LEANS_AGAINST: { label: "Leans against it", glyph: "‹" },
  ABSENT: { label: "Absent", glyph: "×" },
  SILENT: { label: "Nothing on record", glyph: "" },
  NO_VOTE: { label: "No vote: absent, or not a member", glyph: "" },
  NO_MEMBER: { label: "Not a voting member then", glyph: "" },
} as const;

/** What a chart shows of one actor: a stance that is on record, or one of the above, which looks different from any stance. */
export type Mark = Stance | keyof typeof others;

/** In the order of legends and bars. */
export const marks: readonly Mark[] = [...stances, ...(Object.keys(others) as (keyof typeof others)[])];

const stanceGlyphs: Readonly<Record<Stance, string>> = {
  SUPPORTS: "+",
  CONDITIONALLY_SUPPORTS: "±",
  UNDECIDED: "?",
  ABSTAINS: "○",
  OPPOSES: "−",
};

const isStance = (mark: Mark): mark is Stance => mark in stanceGlyphs;

export const markLabel = (mark: Mark): string => (isStance(mark) ? stanceLabel(mark) : others[mark].label);

/** The sign that stands beside a colour, so that nobody depends on the colour; "" for marks without one. */
export const markGlyph = (mark: Mark): string => (isStance(mark) ? stanceGlyphs[mark] : others[mark].glyph);

/** The CSS class that gives an element the colours of a mark, such as "stance-supports" or "mark-leans-for". */
export const markClass = (mark: Mark): string =>
  isStance(mark) ? stanceClass(mark) : `mark-${mark.toLowerCase().replaceAll("_", "-")}`;

/** How often each mark occurs, in the order of `marks`, without those that do not occur. */
export function countMarks(items: readonly { readonly mark: Mark }[]): { mark: Mark; count: number }[] {
  const counts = new Map<Mark, number>();
  for (const { mark } of items) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return marks.flatMap((mark) => {
    const count = counts.get(mark);
    return count ? [{ mark, count }] : [];
  });
}
