import type { EntityKind } from "../../db/generated/enums.js";
import { type ListName, listNames } from "../format/dossier.js";
import { storages } from "../store/storages.js";

/** The list whose entities are of a kind. */
export function listOfKind(kind: EntityKind): ListName {
  const list = listNames.find((name) => storages[name].kind === kind);
  if (!list) throw new Error(`No list holds entities of the kind ${kind}`);
  return list;
}
