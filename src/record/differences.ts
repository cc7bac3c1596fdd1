import { isDeepStrictEqual } from "node:util";

/** A field in which two entries differ. What an entry does not have is null. */
export interface Difference {
  /** As in `evidence.statement`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * In what two canonical entries differ, in the alphabetical order of the paths. Each field is reported separately, those of an
 * object within an entry as well. A list is one value, reported entirely: its items have no names by which they could be matched.
 *
 * @param before null where there was nothing: then every field differs
 */
export function differences(before: object | null, after: object | null): Difference[] {
  const [old, now] = [fieldsOf(before ?? {}), fieldsOf(after ?? {})];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((field) => !isDeepStrictEqual(field.before, field.after));
}

function fieldsOf(entry: object, above = ""): Map<string, unknown> {
  return new Map(
    Object.entries(entry).flatMap(([name, value]): [string, unknown][] => {
      const within = typeof value === "object" && value !== null && !Array.isArray(value);
      return within ? [...fieldsOf(value, `${above}${name}.`)] : [[`${above}${name}`, value]];
    }),
  );
}
