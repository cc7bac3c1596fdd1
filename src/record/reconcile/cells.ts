import { canonical } from "../canonical.js";
import type { Entry } from "../entities/index.js";

/** The smallest parts of an entry that can have different authors: a field, or one item of a list. */
export interface Cell {
  /** The field: `name`, `stated.yes`, `codes`. */
  readonly field: string;
  /** Of an item of a list: what identifies it there. */
  readonly item?: string;
  readonly value: unknown;
}

/** An entry's cells by name: `name`, `stated.yes`, `codes[["M49","840"]]`. */
export type Cells = ReadonlyMap<string, Cell>;

/** The fields that identify an item of a list. Two items that agree in them are one, perhaps corrected. Elsewhere all do. */
const identifying: Readonly<Record<string, readonly string[]>> = {
  codes: ["scheme", "value"],
  names: ["value", "language", "kind"],
  participants: ["actor", "role"],
  relations: ["kind", "proposal"],
  bearsOn: ["proposal"],
  absences: ["actor"],
};

/** Objects whose fields mean nothing apart. */
const indivisible = new Set(["capacity", "evidence"]);

/** @param entry a canonical entry, null for none */
export function cellsOf(entry: object | null): Cells {
  const cells = new Map<string, Cell>();
  for (const [field, value] of Object.entries(entry ?? {})) addCells(cells, field, value);
  return cells;
}

function addCells(cells: Map<string, Cell>, field: string, value: unknown): void {
  if (Array.isArray(value)) {
    for (const inside of value) {
      const item = itemKey(field, inside);
      let name = `${field}[${item}]`;
      // The same item twice: the second is a cell too.
      while (cells.has(name)) name = `${name}+`;
      cells.set(name, { field, item, value: inside });
    }
  } else if (typeof value === "object" && value !== null && !indivisible.has(field)) {
    for (const [name, inside] of Object.entries(value)) addCells(cells, `${field}.${name}`, inside);
  } else cells.set(field, { field, value });
}

/** Also the order in which items of lists that several imports wrote are kept. */
function itemKey(field: string, item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  const values = item as Record<string, unknown>;
  const fields = identifying[field] ?? Object.keys(values).sort();
  return JSON.stringify(fields.map((name) => values[name] ?? null));
}

/** The entry that has these cells, in this order. */
export function entryOf<T extends Entry>(cells: Iterable<Cell>): T {
  const entry: Record<string, unknown> = {};
  for (const { field, item, value } of cells) {
    const [outer = field, inner] = field.split(".", 2);
    if (item !== undefined) entry[outer] = [...((entry[outer] as unknown[] | undefined) ?? []), value];
    else if (inner !== undefined) entry[outer] = { ...(entry[outer] as object | undefined), [inner]: value };
    else entry[outer] = value;
  }
  // The cells are those of entries of one list.
  return canonical<T>(entry as { [K in keyof T]: T[K] | null });
}
