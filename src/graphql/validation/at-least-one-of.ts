import "reflect-metadata";

const key = Symbol("at least one of these fields");

/**
 * An input of this class is refused unless one of these fields is given. Without this, any field will do, which is wrong
 * for a class with a field that only says how to read the others, or that has a default.
 *
 * @example `@AtLeastOneOf("from", "to") @InputType() export class DateRange { … }`
 */
export function AtLeastOneOf(...fields: string[]): ClassDecorator {
  return Reflect.metadata(key, fields);
}

/** The fields of which an input needs one; undefined if any of its fields will do. */
export function fieldsNeeded(input: object): string[] | undefined {
  return Reflect.getMetadata(key, input.constructor);
}
