import type { KeyType, Sort, SortForm } from "../../db/reading/page.js";
import { isCalendarDay } from "../../edtf/calendar-day.js";

const forms: Record<KeyType, RegExp> = {
  text: /^[^\0]*$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:?\d\d)?$/,
  integer: /^-?\d{1,9}$/,
  float8: /^-?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,2})?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** The opaque cursor of a row: the order's name, its direction and the row's keys. */
export function encodeCursor(sort: Sort, keys: readonly string[]): string {
  return encodeCursorText(JSON.stringify([sort.name, sort.direction, ...keys]));
}

/** The cursor of a list in JSON: the order's name, its direction and the row's keys. */
export const encodeCursorText = (json: string): string => Buffer.from(json).toString("base64url");

/** The keys in a cursor of this order; or why it is not one, as the end of a sentence. */
export function readCursor(
  { name: ofOrder, direction: ofDirection, types }: SortForm,
  cursor: string,
): { keys: string[] } | { reason: string } {
  const parts = parse(cursor);
  if (!parts) return { reason: "is not a cursor: use one from `edges.cursor` or `pageInfo` of this list" };
  const [name, direction, ...keys] = parts;
  if (name !== ofOrder || direction !== ofDirection) {
    return {
      reason: "is a cursor of another list or order: use the same `orderBy` as in the request that returned it",
    };
  }
  const fits = keys.length === types.length && types.every((type, index) => fitsType(type, keys[index] ?? ""));
  return fits ? { keys } : { reason: "is not a cursor of this list" };
}

/** The keys in a cursor that was checked before (see `IsCursor`). */
export function decodeCursor(sort: Sort, cursor: string): string[] {
  const read = readCursor({ ...sort, types: sort.keys.map(({ type }) => type) }, cursor);
  if ("reason" in read) throw new Error(`A cursor that ${read.reason} was not refused before execution`);
  return read.keys;
}

function fitsType(type: KeyType, key: string): boolean {
  if (!forms[type].test(key)) return false;
  return type !== "date" && type !== "timestamptz" ? true : isCalendarDay(key.slice(0, 10));
}

function parse(cursor: string): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts.every((part) => typeof part === "string")) return parts;
  } catch {
    // Not JSON: reported by the caller as no cursor.
  }
  return undefined;
}
