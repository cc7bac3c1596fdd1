import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode, visit } from "graphql";
import type { OperationResult } from "../http/rewrite.js";

/** The response keys of a selection set as they are executed, each with the client's own and those nested under it. */
export type ResponseKeys = Map<string, { readonly key: string; readonly nested: ResponseKeys | undefined }>;
type Path = readonly (string | number)[];

/**
 * Which aliases Hive Gateway cannot take. It adds `__typename` and the key of an entity to what it asks of a subgraph, and
 * reads them in the answer by these names, so a client's alias of the same name would stand for another value. It also makes
 * up names of its own, all of which begin with `_` or end with `_entities`, and takes an object for a promise that has a
 * property `then`, and for a class's instance by its `constructor`.
 *
 * @param keyFields the names of all fields in keys of the supergraph
 */
export function reservedAliases(keyFields: ReadonlySet<string>): (alias: string) => boolean {
  return (alias) =>
    keyFields.has(alias) || alias.startsWith("_") || alias.endsWith("_entities") || alias in Promise.prototype;
}

/**
 * The prefix that a document's reserved aliases have while it is executed, with which no name in the document begins.
 *
 * @returns undefined where the document has no such alias
 */
export function prefixFor(document: DocumentNode, isReserved: (alias: string) => boolean): string | undefined {
  const names: string[] = [];
  let needed = false;
  visit(document, {
    Field({ alias, name }) {
      names.push((alias ?? name).value);
      needed ||= alias !== undefined && alias.value !== name.value && isReserved(alias.value);
    },
  });
  if (!needed) return undefined;
  for (let count = 0; ; count += 1) {
    const prefix = `alias${count}_`;
    if (!names.some((name) => name.startsWith(prefix))) return prefix;
  }
}

/** Gives a result the client's aliases again, in its data and in the paths of its errors; leaves the given result as it is. */
export function withClientKeys<Given extends OperationResult>(result: Given, keys: ResponseKeys): Given {
  const errors = result.errors?.map((error) => (error.path ? withPath(error, pathBy(error.path, keys)) : error));
  return { ...result, ...("data" in result && { data: restored(result.data, keys) }), ...(errors && { errors }) };
}

/** A selection set's response keys: an alias with the prefix stands for what follows it. */
export function responseKeysOf(
  { selections }: SelectionSetNode,
  prefix: string,
  keys: ResponseKeys = new Map(),
): ResponseKeys {
  for (const node of selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) responseKeysOf(node.selectionSet, prefix, keys);
    if (node.kind !== Kind.FIELD) continue; // a plain document has no spreads outside introspection
    const executed = (node.alias ?? node.name).value;
    const key = node.alias && executed.startsWith(prefix) ? executed.slice(prefix.length) : executed;
    const nested = node.selectionSet && responseKeysOf(node.selectionSet, prefix, keys.get(executed)?.nested);
    keys.set(executed, { key, nested });
  }
  return keys;
}

function withPath<Error extends { readonly path?: Path }>(error: Error, path: Path): Error {
  if (!(error instanceof GraphQLError)) return { ...error, path };
  const { message, nodes, source, positions, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions }) as typeof error;
}

/** Values of leaves stay as they are: those of JSON scalars may be objects too. */
function restored(value: unknown, keys: ResponseKeys | undefined): unknown {
  if (!keys || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => restored(item, keys));
  return Object.fromEntries(
    Object.entries(value).map(([executed, inner]) => {
      const { key = executed, nested } = keys.get(executed) ?? {};
      return [key, restored(inner, nested)];
    }),
  );
}

function pathBy(path: Path, keys: ResponseKeys): Path {
  let nested: ResponseKeys | undefined = keys;
  return path.map((step) => {
    if (typeof step === "number") return step;
    const found = nested?.get(step);
    nested = found?.nested;
    return found?.key ?? step;
  });
}
