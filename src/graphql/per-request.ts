import DataLoader from "dataloader";
import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../context.js";

/** A value made once a request for a key (compared by identity), such as a DataLoader. */
export function oncePerRequest<T>(context: Context, key: unknown, make: () => T): T {
  if (!context.loaders.has(key)) context.loaders.set(key, make());
  return context.loaders.get(key) as T; // only `make` for this key ever set it
}

/**
 * The DataLoader of one field of the operation: gathers what the field needs for all its parents, then loads it at once.
 * Its key is the field's node in the document, for which arguments and variables are the same whichever the parent.
 */
export function fieldLoader<K, V>(
  context: Context,
  info: GraphQLResolveInfo,
  load: (keys: readonly K[]) => Promise<readonly V[]>,
): DataLoader<K, V> {
  return oncePerRequest(context, info.fieldNodes[0], () => new DataLoader<K, V>(load));
}
