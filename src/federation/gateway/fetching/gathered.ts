import { GraphQLError, OperationTypeNode } from "graphql";
import type { Answer } from "../subgraph-client.js";
import type { Entities, EntitiesBatch } from "./batches.js";
import { clientName } from "./document.js";
import type { Path, Renaming, RootFetch } from "./fetches.js";

export type JsonObject = Record<string, unknown>;

/** Why some properties of an object are missing. */
interface Lost {
  readonly keys: ReadonlySet<string>;
  readonly error: GraphQLError;
}

/** What names entities in a question: the values of its variables, and the objects that each of them stands for, in their order. */
interface Representations {
  readonly variables: JsonObject;
  readonly objects: readonly (readonly (readonly JsonObject[])[])[];
}

/** What the subgraphs have answered of an operation so far, under the names by which they were asked. */
export class Gathered {
  readonly data: JsonObject = {};
  /** Errors with their places in the client's answer. */
  readonly errors: GraphQLError[] = [];
  /** Root fields that failed with something nested under them, by the names by which they were asked. */
  readonly failed = new Map<string, GraphQLError>();
  readonly #lost = new Map<object, Lost[]>();
  readonly #absent = new Set<object>();

  constructor(readonly kind: OperationTypeNode) {}

  /** The error for which an object lacks a property. */
  lostOf(object: object, key: string): GraphQLError | undefined {
    return this.#lost.get(object)?.find(({ keys }) => keys.has(key))?.error;
  }

  /** Whether the object stands for an entity that its own subgraph does not have. */
  isAbsent(object: object): boolean {
    return this.#absent.size > 0 && this.#absent.has(object);
  }

  /** Takes what was answered to a question for root fields. */
  addRoots({ keys, renamings }: RootFetch, { data, errors }: Answer): void {
    if (data) {
      rename(data, renamings);
      merge(this.data, data);
    }
    for (const error of errors) {
      if (error.path)
        this.errors.push(
          at(
            error.path.map((step) => (typeof step === "string" ? clientName(step) : step)),
            error,
          ),
        );
      else this.#lose(this.data, keys, error);
    }
  }

  /** What to ask of entities; undefined where there is none to ask about. */
  representations({ entities }: EntitiesBatch): Representations | undefined {
    const named = entities.map((one) => this.#representationsOf(one));
    if (named.every(({ size }) => size === 0)) return undefined;
    const variables = entities.map(({ name }, index) => [
      name,
      [...(named[index]?.values() ?? [])].map((one) => one.key),
    ]);
    const objects = named.map((one) => [...one.values()].map(({ objects }) => objects));
    return { variables: Object.fromEntries(variables), objects };
  }

  /** The entities at some places, each once, with the objects that stand for it. */
  #representationsOf({ targets, requires }: Entities): Map<string, { key: JsonObject; objects: JsonObject[] }> {
    const found = new Map<string, { key: JsonObject; objects: JsonObject[] }>();
    const seen = new Set<object>();
    const take = (object: JsonObject): void => {
      const type = object.__typename as string; // the planner asks for it
      const fields = requires.get(type);
      if (!fields || seen.has(object)) return;
      seen.add(object);
      const words = fields.reduce((text, field) => `${text}\n${object[field]}`, type);
      const known = found.get(words);
      if (known) return void known.objects.push(object);
      const key: JsonObject = { __typename: type };
      for (const field of fields) key[field] = object[field];
      found.set(words, { key, objects: [object] });
    };
    for (const path of targets) visitObjects(this.data, path, 0, take);
    return found;
  }

  /** Takes what was answered about entities. */
  addEntities({ entities }: EntitiesBatch, { objects: all }: Representations, { data, errors }: Answer): void {
    for (const [index, one] of entities.entries()) {
      const objects = all[index] ?? [];
      const found = data?.[one.name];
      if (!Array.isArray(found)) this.#failed(one, objects.flat(), errors);
      else for (const [place, entity] of found.entries()) this.#add(entity, one.renamings, objects[place] ?? []);
    }
  }

  /** In a query, as in the single process, what fails fails its root field. What was not answered is lost where it belongs. */
  #failed({ name, keys, targets }: Entities, objects: readonly JsonObject[], errors: readonly GraphQLError[]): void {
    const error = errors.find(({ path }) => !path || path[0] === name) ?? errors[0];
    if (!error) return;
    if (error.path?.[0] === name && this.kind === OperationTypeNode.QUERY) {
      for (const path of targets) this.#fail(String(path[0]), error);
    } else for (const object of objects) this.#lose(object, keys, error);
  }

  #fail(root: string, error: GraphQLError): void {
    if (!this.failed.has(root)) this.failed.set(root, error);
  }

  #lose(object: object, keys: ReadonlySet<string>, error: GraphQLError): void {
    this.#lost.set(object, [...(this.#lost.get(object) ?? []), { keys, error }]);
  }

  #add(entity: unknown, renamings: readonly Renaming[], objects: readonly JsonObject[]): void {
    if (!isObject(entity)) {
      for (const object of objects) this.#absent.add(object);
      return;
    }
    rename(entity, renamings);
    // What is nested in it is filled in later, at each place by itself.
    for (const [index, object] of objects.entries())
      merge(object, index === 0 ? entity : (clone(entity) as JsonObject));
  }
}

/** The same error at a place of the client's answer. */
export const at = (path: readonly (string | number)[], error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { path, extensions: error.extensions, originalError: error });

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null;

function visitObjects(value: unknown, path: Path, from: number, visit: (object: JsonObject) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visitObjects(item, path, from, visit);
    return;
  }
  if (!isObject(value)) return;
  const segment = path[from];
  if (segment === undefined) visit(value);
  else if (typeof segment === "string") visitObjects(value[segment], path, from + 1, visit);
  else if (segment.has(value.__typename as string)) visitObjects(value, path, from + 1, visit);
}

function rename(data: JsonObject, renamings: readonly Renaming[]): void {
  for (const { path, to } of renamings) {
    const from = path.at(-1);
    if (typeof from !== "string") continue;
    visitObjects(data, path.slice(0, -1), 0, (object) => {
      if (!(from in object)) return;
      object[to] = object[from];
      delete object[from];
    });
  }
}

/** Adds the properties of one object to another, as deep as both have objects. */
function merge(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const [before, value] = [target[key], source[key]];
    if (isObject(before) && isObject(value)) merge(before, value);
    else target[key] = value;
  }
}

function clone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clone);
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) copy[key] = clone(value[key]);
  return copy;
}
