import { type ValidationError, validateSync } from "class-validator";
import type { FieldProblem } from "../../errors.js";

/** The path of a field or a list entry under another: "where" and "or" and "1" give "where.or[1]". */
export function pathTo(parent: string, key: string | number): string {
  if (typeof key === "number" || /^\d+$/.test(key)) return `${parent}[${key}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

/** What the decorators of class-validator on its class find wrong with an input, without the inputs inside it. */
export function decoratorProblems(input: object, path: string): FieldProblem[] {
  const errors = validateSync(input, { skipMissingProperties: true, forbidUnknownValues: false });
  return validationFields(errors, path);
}

/**
 * What class-validator found, nested errors included, as one problem for each failed check.
 *
 * @param root the path of the object that was validated: "where", or "" for arguments
 */
export function validationFields(errors: readonly ValidationError[], root: string): FieldProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = pathTo(root, property);
    const reasons = Object.values(constraints).map((message) => ({ path, reason: withoutName(message, property) }));
    return [...reasons, ...validationFields(children, path)];
  });
}

/** Its own messages begin with the field's name ("each value in slugs must be …"), which the path has already. */
function withoutName(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
