/** A row for COPY: a value for each column, null for none. */
export type CopyRow = readonly (string | number | null)[];

const special = /[\\\t\n\r]/g;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Rows in the text format of Postgres's COPY. */
export function copyText(rows: readonly CopyRow[]): Buffer {
  let text = "";
  for (const row of rows) {
    for (let column = 0; column < row.length; column++) {
      if (column > 0) text += "\t";
      text += field(row[column] ?? null);
    }
    text += "\n";
  }
  return Buffer.from(text);
}

function field(value: string | number | null): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  return value.replace(special, (character) => escapes[character] ?? character);
}
