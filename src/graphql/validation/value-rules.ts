import { entities, sluggedLists } from "../../record/entities/index.js";
import "reflect-metadata";
import { readGlobalId } from "../../record/global-id.js";

const namesKey = Symbol("the types of entity whose slugs a field holds");
const idsKey = Symbol("the prefixes of the global ids that a field holds");
const emptyKey = Symbol("an empty list is allowed");

/** The types of entity that a condition can name by a slug, called as their tables are. */
export const sluggedTypes = sluggedLists.map((list) => entities[list].table);
export type SluggedType = (typeof sluggedTypes)[number];

/**
 * The field of an input or of arguments holds a slug, or a list of slugs, of entities of one of these types. A text that
 * is not a slug, and a slug that the record has never had, refuse the operation.
 *
 * @example `@Names("Proposal", "PolicyAction") subject: string;`
 */
export function Names(...types: readonly SluggedType[]): PropertyDecorator {
  for (const type of types) if (!sluggedTypes.includes(type)) throw new Error(`No ${type} has a slug`);
  return Reflect.metadata(namesKey, types);
}

/** The types that `@Names` says of a field of this object. */
export function namedTypes(input: object, field: string): readonly SluggedType[] | undefined {
  return Reflect.getMetadata(namesKey, input, field);
}

/**
 * The field of an input or of arguments holds a global id, or a list of global ids, with one of some prefixes.
 *
 * @param prefixes a function, since modules may still be loading when a class is declared
 */
export function IdsOf(prefixes: () => readonly string[]): PropertyDecorator {
  return Reflect.metadata(idsKey, prefixes);
}

/** What is wrong with a text in a field of this object that `@IdsOf` stands on, as the end of a sentence. */
export function idProblem(input: object, field: string, id: string): string | undefined {
  const prefixes: (() => readonly string[]) | undefined = Reflect.getMetadata(idsKey, input, field);
  return prefixes && wrongId(id, prefixes());
}

function wrongId(id: string, prefixes: readonly string[]): string | undefined {
  const read = readGlobalId(id);
  if ("reason" in read) return `must be a global id: ${read.reason}`;
  if (prefixes.includes(read.prefix)) return undefined;
  return `is the id of a "${read.prefix}", but must be the id of one of: ${prefixes.join(", ")}`;
}

/** The list in this field may be empty: what it asks for is clear then. Elsewhere an empty list could mean all or none. */
export function MayBeEmpty(): PropertyDecorator {
  return Reflect.metadata(emptyKey, true);
}

/** Whether `@MayBeEmpty` stands on a field of this object. */
export function mayBeEmpty(input: object, field: string): boolean {
  return Reflect.getMetadata(emptyKey, input, field) === true;
}
