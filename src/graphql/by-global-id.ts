import type { Context } from "../context.js";
import type { EntityTable } from "../db/entity-table.js";
import { parseGlobalId } from "../record/global-id.js";
import type { Entity } from "./entity.js";
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
    () =>
      new Loader<string, { uuid: string } | null>((uuids) =>
        table.unretractedByUuids(context.database, uuids, context.asked),
      ),
  );
  return await loader.load(uuid);
}

/** What the global ids of a table's entities begin with. */
export function prefixOf(table: EntityTable): string {
  return (table.type as unknown as typeof Entity).prefix; // the classes of entity tables are all subclasses of Entity
}
