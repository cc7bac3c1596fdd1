import type { Context } from "../context.js";
import type { EntityTable } from "../db/entity-table.js";
import { badUserInput } from "../errors.js";
import { GlobalIdError, parseGlobalId } from "../record/global-id.js";
import type { Entity } from "./entity.js";
import { type EntityKey, type Legacy, type OneSql, one } from "./field-sql.js";
import { Loader } from "./loader.js";
import { oncePerRequest } from "./per-request.js";

/**
 * The entity with a global id, of one of the types whose tables are given; null for an unknown or retracted one. All ids
 * of one type that an operation asks for are loaded together.
 *
 * @param path the argument that holds the id, for the error
 * @throws BAD_USER_INPUT for a malformed id, and for the id of another type
 */
export async function byGlobalId(tables: readonly EntityTable[], id: string, path: string, context: Context) {
  const { prefix, uuid } = parse(id, path);
  const table = tables.find((candidate) => prefixOf(candidate) === prefix);
  if (!table) throw refusal(path, `is the id of a "${prefix}", and must be one of: ${tables.map(prefixOf).join(", ")}`);
  const loader = oncePerRequest(
    context,
    `id of ${table.name}`,
    () => new Loader<string, { uuid: string } | null>((uuids) => table.unretractedByUuids(context.database, uuids)),
  );
  return await loader.load(uuid);
}

/** As `byGlobalId`, in SQL. */
export function byId(tables: readonly EntityTable[], id: string, path: string): OneSql & { legacy?: Legacy } {
  return one(keyOf(tables, id, path), (_source, context) => byGlobalId(tables, id, path, context));
}

/**
 * How the entity with a global id is found, unless it is retracted.
 *
 * @throws BAD_USER_INPUT for a malformed id, and for the id of another type
 */
export function keyOf(tables: readonly EntityTable[], id: string, path: string): EntityKey {
  const { prefix, uuid } = parse(id, path);
  const table = tables.find((candidate) => prefixOf(candidate) === prefix);
  if (!table) throw refusal(path, `is the id of a "${prefix}", and must be one of: ${tables.map(prefixOf).join(", ")}`);
  return { table, by: "id", value: uuid, unretracted: true };
}

function parse(id: string, path: string): { prefix: string; uuid: string } {
  try {
    return parseGlobalId(id);
  } catch (error) {
    if (error instanceof GlobalIdError) throw refusal(path, error.message);
    throw error;
  }
}

function refusal(path: string, reason: string): Error {
  return badUserInput(`\`${path}\`: ${reason}`, [{ path, reason }]);
}

function prefixOf(table: EntityTable): string {
  return (table.type as unknown as typeof Entity).prefix; // the classes of entity tables are all subclasses of Entity
}
