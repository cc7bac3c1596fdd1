/**
 * Places in the JSON text that Postgres makes which Node fills in: global ids, cursors, and parts that are known at another
 * moment. JSON text never holds a control character, so one on either side tells a mark from everything else.
 */
const edge = "\u001f";

export type MarkKind = "i" | "c" | "k";

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
