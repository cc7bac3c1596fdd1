/**
 * The fields that a revision names, as they are to be once references are slugs and what is empty is left out: null where
 * one is cleared.
 *
 * @param entry the whole entry as it is to be, canonical
 * @param changes the fields as they were given
 */
export function changedFields(entry: object, changes: object): object {
  const fields = new Map<string, unknown>(Object.entries(entry));
  return Object.fromEntries(Object.keys(changes).map((field) => [field, fields.get(field) ?? null]));
}
