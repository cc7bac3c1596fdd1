import type { Context } from "../context.js";
import type { EntityTable } from "../db/entity-table.js";
import { parseGlobalId } from "../record/global-id.js";
import type { Entity } from "./entity.js";
import { type EntityKey, type Legacy, type OneSql, one } from "./field-sql.js";
import { Loader } from "./loader.js";
import { oncePerRequest } from "./per-request.js";

/**
 * The entity with a global id that was checked before (see `IdsOf`), of one of the types whose tables are given; null for
 * an unknown or retracted one. All ids of one type that an operation asks for are loaded together.
 */
export async function byGlobalId(tables: readonly EntityTable[], id: string, context: Context) {
  const { prefix, uuid } = parseGlobalId(id);
  const table = tables.find((candidate) => prefixOf(candidate) === prefix);
  if (!table) throw new Error(`The id of a "${prefix}" was not refused before execution`);
  const loader = oncePerRequest(
    context,
    `id of ${table.name}`,
    () => new Loader<string, { uuid: string } | null>((uuids) => table.unretractedByUuids(context.database, uuids)),
  );
  return await loader.load(uuid);
}

/** As `byGlobalId`, in SQL. */
export function byId(tables: readonly EntityTable[], id: string): OneSql & { legacy?: Legacy } {
  return one(keyOf(tables, id), (_source, context) => byGlobalId(tables, id, context));
}

/** How the entity with a global id, which was checked before, is found, unless it is retracted. */
export function keyOf(tables: readonly EntityTable[], id: string): EntityKey {
  const { prefix, uuid } = parseGlobalId(id);
  const table = tables.find((candidate) => prefixOf(candidate) === prefix);
  if (!table) throw new Error(`The id of a "${prefix}" was not refused before execution`);
  return { table, by: "id", value: uuid, unretracted: true };
}

/** What the global ids of a table's entities begin with. */
export function prefixOf(table: EntityTable): string {
  return (table.type as unknown as typeof Entity).prefix; // the classes of entity tables are all subclasses of Entity
}
