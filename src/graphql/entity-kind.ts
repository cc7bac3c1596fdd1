import { registerEnumType } from "type-graphql";
import { EntityKind } from "../db/generated/enums.js";
import { entities, type ListName, listsByKind } from "../record/entities/index.js";

/** Several entities of a list, at the beginning of a sentence: "Policy actions". */
export function pluralOf(list: ListName): string {
  const words = list.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

registerEnumType(EntityKind, {
  name: "EntityKind",
  description: "A type of entity.",
  valuesConfig: Object.fromEntries(
    listsByKind.map((list) => [entities[list].kind, { description: `${pluralOf(list)}.` }]),
  ),
});

export { EntityKind };
