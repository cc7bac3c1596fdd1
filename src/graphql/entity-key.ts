/**
 * The field by which gateways name an entity to the subgraphs: its global id and, where the record is read as it stood at an
 * earlier moment, that moment. It is `@inaccessible`, so it is no part of the API; no client gives it as an alias by accident.
 */
export const entityKeyField = "_key";

/** The key of an entity that is read as known at a moment; undefined is now. */
export const entityKey = (id: string, knownAt: string | undefined): string =>
  knownAt === undefined ? id : `${id}@${knownAt}`;

/** The global id and the moment in a key; neither is checked. */
export function readEntityKey(key: string): { readonly id: string; readonly knownAt?: string } {
  const at = key.indexOf("@");
  return at === -1 ? { id: key } : { id: key.slice(0, at), knownAt: key.slice(at + 1) };
}
