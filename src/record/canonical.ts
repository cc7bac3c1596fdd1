/**
 * An entry in the form in which it is compared, exported and kept in revisions: without what is empty, since an absent
 * field, an empty list and `acting: false` say the same.
 */
export function canonical<T extends object>(entry: { [K in keyof T]: T[K] | null }): T {
  // Only optional fields can be empty once an entry is valid, and leaving those out keeps its type.
  return Object.fromEntries(
    Object.entries(entry).flatMap(([field, value]) => (isEmpty(value) ? [] : [[field, canonicalValue(value)]])),
  ) as T;
}

function canonicalValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalValue);
  return typeof value === "object" && value !== null ? canonical(value) : value;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}
