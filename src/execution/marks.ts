/**
 * Marks in the JSON text of Postgres, which Node fills in: global ids (i), global ids with the moment of their rows (m),
 * cursors (c), values that Node computes (j), fields with another moment (k), entities of a resolver (p), forbidden nulls (n),
 * and refusals (e). JSON text never contains a control character, so one on either side delimits a mark.
 */
const edge = "\u001f";

export type MarkKind = "i" | "m" | "c" | "e" | "j" | "k" | "n" | "p";

export const beginMark = (kind: MarkKind): string => `${edge}${kind}`;
export const endMark = edge;

/** The text with each mark replaced by what `fill` makes of it. */
export function fillMarks(text: string, fill: (kind: MarkKind, content: string) => string): string {
  if (!text.includes(edge)) return text;
  const parts = text.split(edge); // every second part is a mark
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

/** The content of a mark after its number; undefined for a mark with another number. */
export function contentOf(mark: string, number: number): string | undefined {
  return mark.startsWith(`${number} `) ? mark.slice(`${number} `.length) : undefined;
}
