import type { Rejection } from "./table.js";

/** How programs write that a cell has no value: R, Excel, databases, Python. Namibia's code is the one real `NA`. */
const noValue = new Set(["NA", "N/A", "#N/A", "NULL", "\\N", "NaN", "nan", "None"]);

/** A cell in which none of these words can be a value. */
export const value = (cell: string): string => {
  const text = cell.trim();
  return noValue.has(text) ? "" : text;
};

/** A row whose value in some column is wrong. Caught by the reader of the row. */
export class WrongValue extends Error implements Rejection {
  override readonly name = "WrongValue";

  constructor(
    readonly kind: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Reads a row, and returns why it cannot be read instead of throwing WrongValue. */
export function rejectionOf(read: () => Rejection | undefined): Rejection | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof WrongValue) return error;
    throw error;
  }
}

/** `4513`, also as `4513.0`; null where there is no value. */
export function wholeNumber(column: string, cell: string): number | null {
  const text = value(cell);
  if (text === "") return null;
  if (!/^\d{1,9}(\.0*)?$/.test(text))
    throw new WrongValue(`number ${column}`, `${column} is "${shown(text)}", not a whole number`);
  return Number(text);
}

export function rollCallNumber(cell: string): number {
  const rcid = wholeNumber("rcid", cell);
  if (rcid === null) throw new WrongValue("no rcid", "has no rcid");
  return rcid;
}

/** 0 and 1, as R also writes them: FALSE and TRUE. */
export function flag(column: string, cell: string): boolean {
  const text = value(cell);
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  const number = wholeNumber(column, text);
  if (number !== null && number > 1)
    throw new WrongValue(`flag ${column}`, `${column} is "${shown(text)}", neither 0 nor 1`);
  return number === 1;
}

/** A text without letters that were lost, which must not get on record. */
export function withoutLost(column: string, text: string): string {
  // An earlier conversion puts this character in the place of one that it cannot read.
  if (text.includes("\ufffd")) {
    throw new WrongValue(
      "lost letters",
      `${column} contains U+FFFD in place of a letter that an earlier conversion lost`,
    );
  }
  return text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A text without control characters: they print nothing, and no dossier can hold them. */
export const printable = (text: string): string => text.replace(unprintable, "");

/** A cell as messages print it. */
export const shown = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
