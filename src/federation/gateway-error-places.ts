import { isPromise } from "@graphql-tools/utils";
import {
  type DocumentNode,
  defaultFieldResolver,
  GraphQLError,
  type GraphQLErrorExtensions,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getOperationAST,
  isObjectType,
  Kind,
} from "graphql";

type Path = readonly (string | number)[];

/** Where in a subgraph's answer an error was, by the error's extensions, which it keeps however it is wrapped. */
const origins = new WeakMap<object, Path>();
/** The extensions of errors of fields that failed only because another field of the same question did. */
const consequences = new WeakSet<object>();

/** An error of a subgraph's answer, of which `placeErrors` knows where in that answer it was. */
export function errorAt(path: Path, message: string, given: GraphQLErrorExtensions): GraphQLError {
  const extensions = { ...given };
  origins.set(extensions, path);
  return new GraphQLError(message, { path, extensions });
}

/**
 * The errors of an answer without data, one for each field at its top: a field that was lost because another one failed
 * where it must not be null has the other's error, and tells it later, so that clients read of the cause alone.
 */
export function withConsequences(errors: readonly GraphQLError[], document: DocumentNode): GraphQLError[] {
  const cause = errors.find(({ path }) => path);
  if (!cause) return [...errors];
  const operation = getOperationAST(document);
  const fields = operation?.selectionSet.selections.filter((node) => node.kind === Kind.FIELD) ?? [];
  const lost = fields
    .map(({ alias, name }) => (alias ?? name).value)
    .filter((key) => !errors.some(({ path }) => path?.[0] === key));
  return [...errors, ...lost.map((key) => consequenceOf(cause, key))];
}

function consequenceOf({ message, extensions: known }: GraphQLError, field: string): GraphQLError {
  const extensions = { ...known };
  consequences.add(extensions);
  return new GraphQLError(message, { path: [field], extensions });
}

/**
 * Makes each field of a gateway's schema tell the errors of subgraphs where they belong in its own answer. Hive Gateway
 * tells them at the entity's list, without the index, or at a field that was asked for together with the one that failed.
 */
export function placeErrors(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) field.resolve = placing(field.resolve ?? defaultFieldResolver);
  }
}

function placing(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return (parent, args, context, info) => {
    const value = resolve(parent, args, context, info);
    if (value instanceof Error) return placed(value, info);
    if (!isPromise(value)) return value;
    return value.then(
      (settled) => (settled instanceof Error ? placed(settled, info) : settled),
      (error) => placed(error, info),
    );
  };
}

async function placed(error: unknown, info: GraphQLResolveInfo): Promise<unknown> {
  // Several errors of one field are one error to GraphQL: the first.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof GraphQLError)) throw first;
  if (consequences.has(first.extensions)) await new Promise(setImmediate); // the cause comes first
  const { message, extensions } = first;
  const [at, origin] = [toArray(info.path), origins.get(extensions)];
  throw new GraphQLError(message, { nodes: info.fieldNodes, path: origin ? pathOf(origin, at) : at, extensions });
}

/** Where an error is in the gateway's answer that was at `origin` in a subgraph's and is found at the field `at`. */
function pathOf(origin: Path, at: Path): Path {
  if (!/_entities$/.test(String(origin[0]))) return [...at, ...origin.slice(at.length)];
  const beneathEntity = origin.slice(2);
  const known = beneathEntity.findLastIndex((_, last) => endsWith(at, beneathEntity.slice(0, last + 1)));
  return known === -1 ? [...at.slice(0, -1), ...beneathEntity] : [...at, ...beneathEntity.slice(known + 1)];
}

function endsWith(path: Path, end: Path): boolean {
  return end.length <= path.length && end.every((key, index) => path[path.length - end.length + index] === key);
}

function toArray(path: GraphQLResolveInfo["path"] | undefined): Path {
  return path ? [...toArray(path.prev), path.key] : [];
}
