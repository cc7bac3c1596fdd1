import "reflect-metadata";
import { ValidateBy, type ValidationArguments } from "class-validator";
import type { SortForm } from "../../db/reading/page.js";
import { inputFields } from "../argument-instances.js";
import { readCursor } from "./cursor.js";

const sortKey = Symbol("the order of a list");

/**
 * The arguments are those of a list that is always in this order, against which their cursors are checked. Without it,
 * they are in the order of the argument `orderBy`.
 */
export function SortedBy(form: SortForm): ClassDecorator {
  return Reflect.metadata(sortKey, () => form);
}

/** For the class of an `orderBy`: the order that a value of it says, or the one where it is left out. */
// biome-ignore lint/suspicious/noExplicitAny: each order reads its own input
export function SaysOrder(formOf: (order?: any) => SortForm): ClassDecorator {
  return Reflect.metadata(sortKey, formOf);
}

/** The order of the list that a field with these arguments, an instance of their class, returns; undefined for no list. */
export function sortFormOf(args: object): SortForm | undefined {
  const orderBy = inputFields(args.constructor)
    ?.find(({ name }) => name === "orderBy")
    ?.getType();
  const saysOrder = typeof orderBy === "function" ? orderBy : args.constructor;
  const formOf: ((order?: unknown) => SortForm) | undefined = Reflect.getMetadata(sortKey, saysOrder);
  return formOf?.("orderBy" in args ? args.orderBy : undefined);
}

/** The argument is a cursor of the list that the field returns, in the order that it is requested in. */
export function IsCursor(): PropertyDecorator {
  const problem = (cursor: unknown, args?: ValidationArguments): string | undefined => {
    const form = sortFormOf(args?.object ?? {});
    if (!form) throw new Error(`The arguments ${args?.targetName} take cursors and do not say of which order`);
    const read = readCursor(form, String(cursor));
    return "reason" in read ? read.reason : undefined;
  };
  return ValidateBy({
    name: "isCursor",
    validator: {
      validate: (cursor, args) => problem(cursor, args) === undefined,
      defaultMessage: (args) => problem(args?.value, args) ?? "",
    },
  });
}

/** The argument is a number of rows, from 0 to a limit. */
export function IsPageSize(largest: number): PropertyDecorator {
  return ValidateBy({
    name: "isPageSize",
    validator: {
      validate: (size: number) => size >= 0 && size <= largest,
      defaultMessage: (args) => `must be from 0 to ${largest}, but is ${args?.value}`,
    },
  });
}

/** The argument cannot be given where another one is. */
export function NotTogetherWith(other: string): PropertyDecorator {
  return ValidateBy({
    name: "notTogetherWith",
    validator: {
      validate: (_value, args) => (args?.object as Record<string, unknown> | undefined)?.[other] == null,
      defaultMessage: () => `cannot be combined with \`${other}\`: page either forward or backward`,
    },
  });
}
