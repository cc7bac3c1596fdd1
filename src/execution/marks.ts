/**
 * Places in the JSON text that Postgres makes which Node fills in: global ids (i), those with the moment that their rows are known at (m),
 * cursors (c), what Node computes (j),
 * what is known at another moment (k), entities that a resolver names (p), what is null and may not be (n), and what is
 * refused (e). JSON text never holds a control character, so one on either side tells a mark from
 * everything else.
 */
const edge = "\u001f";

export type MarkKind = "i" | "m" | "c" | "e" | "j" | "k" | "n" | "p";

export const beginMark = (kind: MarkKind): string => `${edge}${kind}`;
export const endMark = edge;

/** The text with each mark replaced by what `fill` makes of it. */
export function fillMarks(text: string, fill: (kind: MarkKind, content: string) => string): string {
  if (!text.includes(edge)) return text;
  const parts = text.split(edge); // every second one is a mark
  for (let index = 1; index < parts.length; index += 2) {
    const mark = parts[index] as string; // marks come in pairs of edges
    parts[index] = fill(mark[0] as MarkKind, mark.slice(1));
  }
  return parts.join("");
}

/** The contents of all marks of a kind. */
export function marksOf(text: string, kind: MarkKind): string[] {
  return text
    .split(edge)
    .filter((part, index) => index % 2 === 1 && part[0] === kind)
    .map((mark) => mark.slice(1));
}

/** What a mark says after a number; undefined for one with another number. */
export function contentOf(mark: string, number: number): string | undefined {
  return mark.startsWith(`${number} `) ? mark.slice(`${number} `.length) : undefined;
}
