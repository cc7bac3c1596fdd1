import type { Transaction } from "../../db/writing/transact.js";
import { entities, type ListName } from "../entities/index.js";
import { globalId } from "../global-id.js";
import { mergedAway } from "../merge/merged-away.js";
import type { Stored } from "../store/load.js";
import { loadById } from "../store/load.js";
import type { Refusal } from "./outcome.js";

/** The entity to change, in the version that its editor has seen. */
export interface Target<List extends ListName = ListName> {
  readonly list: List;
  /** A uuid. */
  readonly id: string;
  readonly version: number;
}

/** The entity as it stands; or why it cannot be changed: it is not there, or someone else changed it since. */
export async function storedEntity<List extends ListName>(
  transaction: Transaction,
  { list, id, version }: Target<List>,
): Promise<Stored<List> | { refusals: readonly Refusal[] }> {
  const stored = await loadById(transaction, list, id);
  if (!stored) {
    const named = globalId(entities[list].prefix, id);
    return {
      refusals: [{ kind: "NotFound", path: "input.id", message: `"${named}" is not the id of a recorded entity` }],
    };
  }
  const merged = stored.retractedAt ? await mergedAway(transaction, list, id) : undefined;
  if (merged) return { refusals: [{ kind: "InvalidInput", path: "input.id", message: merged }] };
  if (stored.version === version) return stored;
  const message = `The entity, ${entities[list].noun}, is now at version ${stored.version}, not ${version}. Read it again before you change it`;
  return { refusals: [{ kind: "Conflict", path: "input.version", message, currentVersion: stored.version }] };
}
