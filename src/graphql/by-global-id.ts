import { parseGlobalId } from "../record/global-id.js";
import type { EntityTable } from "./entity-table.js";
import { EntityKey, type OneSql, one } from "./field-sql.js";

/**
 * The entity with a global id that was checked before (see `IdsOf`), of one of the types whose tables are given; null for
 * an unknown or retracted one.
 */
export const byId = (tables: readonly EntityTable[], id: string): OneSql => one(keyOf(tables, id));

/** How the entity with a global id, which was checked before, is found, unless it is retracted. */
export function keyOf(tables: readonly EntityTable[], id: string): EntityKey {
  const { prefix, uuid } = parseGlobalId(id);
  const table = tables.find((one) => one.prefix === prefix);
  if (!table) throw new Error(`The id of a "${prefix}" was not refused before execution`);
  return new EntityKey(table, "id", uuid, true);
}
