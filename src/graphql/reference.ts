import DataLoader from "dataloader";
import type { Context } from "../context.js";
import type { EntityTable } from "../db/entity-table.js";
import { oncePerRequest } from "./per-request.js";

/**
 * The entity of a type with this uuid; all references of a request to one type are loaded together. Null for no uuid.
 * In a subgraph, another module's entity is told by its id alone, and nothing is loaded: the gateway asks its module.
 */
export function reference<T extends { uuid: string }>(
  table: EntityTable<T>,
  uuid: string | null | undefined,
  context: Context,
): Promise<T | null> {
  if (uuid == null) return Promise.resolve(null);
  if (context.owned && !context.owned.has(table)) return Promise.resolve(table.instance({ uuid }));
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
): Promise<T | null> {
  const loader = oncePerRequest(
    context,
    `slug of ${table.name}`,
    () => new DataLoader<string, T | null>((slugs) => table.bySlugs(context.database, slugs)),
  );
  return loader.load(slug);
}

function loaderOf<T extends { uuid: string }>(table: EntityTable<T>, context: Context): DataLoader<string, T | null> {
  return oncePerRequest(
    context,
    table,
    () => new DataLoader<string, T | null>((uuids) => table.byUuids(context.database, uuids)),
  );
}
