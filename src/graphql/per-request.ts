import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../context.js";
import { Loader } from "./loader.js";

/** A value made once a request for a key (compared by identity), such as a Loader. */
export function oncePerRequest<T>(context: Context, key: unknown, make: () => T): T {
  const known = context.loaders.get(key) as T | undefined; // only `make` for this key ever set it
  if (known !== undefined) return known;
  const made = make();
  context.loaders.set(key, made);
  return made;
}

/**
 * The loader of one field of the operation: gathers what the field needs for all its parents, then loads it at once.
 * Its key is the field's node in the document, for which arguments and variables are the same whichever the parent.
 */
export function fieldLoader<K, V>(
  context: Context,
  info: GraphQLResolveInfo,
  load: (keys: readonly K[]) => Promise<readonly V[]>,
): Loader<K, V> {
  return oncePerRequest(context, info.fieldNodes[0], () => new Loader<K, V>(load));
}

/**
 * A key of the field's own beneath another key. A fragment can put one node of the document beneath two fields with other
 * arguments, so what depends on those must not be kept by the node alone.
 */
export function keyBeneath(context: Context, above: object, info: GraphQLResolveInfo): object {
  const keys = oncePerRequest(context, above, () => new Map<unknown, object>());
  const node = info.fieldNodes[0];
  const key = keys.get(node) ?? {};
  keys.set(node, key);
  return key;
}
