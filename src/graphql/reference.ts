import type { Context } from "../context.js";
import type { EntityTable } from "../db/entity-table.js";
import { Later } from "./later.js";
import { Loader } from "./loader.js";
import { oncePerRequest } from "./per-request.js";

/**
 * The entity of a type with this uuid; all references of a request to one type are loaded together. Null for no uuid.
 * In a subgraph, another module's entity is told by its id alone, and nothing is loaded: the gateway asks its module.
 */
export function reference<T extends { uuid: string }>(
  table: EntityTable<T>,
  uuid: string | null | undefined,
  context: Context,
): Later<T | null> {
  if (uuid == null) return Later.of<T | null>(null);
  if (context.owned && !context.owned.has(table)) return Later.of<T | null>(table.instance({ uuid }));
  return loaderOf(table, context).load(uuid);
}

/** As `reference`, for a list of uuids that are all known to exist (foreign keys). */
export async function references<T extends { uuid: string }>(
  table: EntityTable<T>,
  uuids: readonly string[],
  context: Context,
): Promise<T[]> {
  const found = await Promise.all(uuids.map((uuid) => reference(table, uuid, context)));
  return found.filter((entity) => entity !== null);
}

/** The entity of a type with this slug, or null. */
export function bySlug<T extends { uuid: string }>(
  table: EntityTable<T>,
  slug: string,
  context: Context,
): Later<T | null> {
  const loader = oncePerRequest(
    context,
    `slug of ${table.name}`,
    () => new Loader<string, T | null>((slugs) => table.bySlugs(context.database, slugs)),
  );
  return loader.load(slug);
}

function loaderOf<T extends { uuid: string }>(table: EntityTable<T>, context: Context): Loader<string, T | null> {
  return oncePerRequest(
    context,
    table,
    () => new Loader<string, T | null>((uuids) => table.byUuids(context.database, uuids)),
  );
}
