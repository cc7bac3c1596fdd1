import { GraphQLError, type GraphQLObjectType, isObjectType } from "graphql";
import type { Output, Plan, PlannedField } from "../../execution/plan.js";
import { askedName } from "./fetching/document.js";
import { at, type Gathered, type JsonObject } from "./fetching/gathered.js";

/** A field of the client's selection: how it was asked of subgraphs, and how it is written. */
interface Told {
  readonly asked: string;
  /** Its name in the answer, with the colon after it. */
  readonly label: string;
  readonly field: PlannedField;
}

interface Place {
  readonly before: Place | undefined;
  readonly key: string | number;
}

const selections = new WeakMap<readonly PlannedField[], readonly Told[]>();

/** What the client gets of what was gathered: the JSON text of `data`, in the order of its selection, and the errors. */
export class Telling {
  readonly errors: GraphQLError[];

  constructor(
    readonly plan: Plan,
    readonly variables: Readonly<Record<string, unknown>>,
    readonly gathered: Gathered,
  ) {
    this.errors = [...gathered.errors];
  }

  /** The text of the object; undefined where a field is null that must not be, so that the object is null. */
  object(object: JsonObject, fields: readonly PlannedField[], before: Place | undefined): string | undefined {
    let text = "";
    for (const { asked, label, field } of toldOf(fields)) {
      const value = field.definition
        ? this.#field(object, asked, field, before)
        : JSON.stringify(field.parentType.name);
      if (value === undefined) return undefined;
      text += text === "" ? label : `,${label}`;
      text += value;
    }
    return `{${text}}`;
  }

  /** The text of a root field. */
  root(field: PlannedField): string | undefined {
    const asked = askedName(field.key, field.name);
    const error = this.gathered.failed.get(asked);
    if (!error) return this.#field(this.gathered.data, asked, field, undefined);
    this.errors.push(at([field.key], error));
    return field.output.nullable ? "null" : undefined;
  }

  #field(object: JsonObject, asked: string, field: PlannedField, before: Place | undefined): string | undefined {
    const value = object[asked];
    const { output } = field;
    if (output.kind === "leaf" && typeof value === "string") return JSON.stringify(value);
    const place = { before, key: field.key };
    const text = value === undefined ? this.#missing(object, asked, place) : this.#value(value, output, field, place);
    if (text !== undefined || output.nullable) return text ?? "null";
    if (this.errors.length === 0) {
      const message = `Cannot return null for non-nullable field ${field.parentType.name}.${field.name}.`;
      this.errors.push(new GraphQLError(message, { path: pathOf(place) }));
    }
    return undefined;
  }

  #missing(object: JsonObject, asked: string, place: Place): undefined {
    const error = this.gathered.lostOf(object, asked);
    if (error) this.errors.push(at(pathOf(place), error));
    return undefined;
  }

  /** Undefined for null, whether it may be null or not. */
  #value(value: unknown, output: Output, field: PlannedField, place: Place): string | undefined {
    if (value === null || value === undefined) return undefined;
    if (output.kind === "leaf") return JSON.stringify(value);
    if (output.kind === "list") return this.#list(value as unknown[], output.of, field, place);
    const object = value as JsonObject; // the subgraph's schema has an object here
    if (this.gathered.isAbsent(object)) return undefined;
    const type = output.kind === "object" ? output.type : this.#typeOf(object);
    return this.object(object, this.plan.selection(field, type, this.variables), place);
  }

  #list(values: readonly unknown[], of: Output, field: PlannedField, before: Place): string | undefined {
    let text = "";
    for (let index = 0; index < values.length; index += 1) {
      const item = this.#value(values[index], of, field, { before, key: index });
      if (item === undefined && !of.nullable) return undefined;
      text += index === 0 ? (item ?? "null") : `,${item ?? "null"}`;
    }
    return `[${text}]`;
  }

  #typeOf({ __typename }: JsonObject): GraphQLObjectType {
    const type = this.plan.schema.getType(String(__typename));
    if (!isObjectType(type)) throw new Error(`A subgraph answered with an object of the type ${__typename}`);
    return type;
  }
}

function toldOf(fields: readonly PlannedField[]): readonly Told[] {
  const known = selections.get(fields);
  if (known) return known;
  const told = fields.map((field) => ({
    asked: askedName(field.key, field.name),
    label: `${JSON.stringify(field.key)}:`,
    field,
  }));
  selections.set(fields, told);
  return told;
}

function pathOf(place: Place | undefined): (string | number)[] {
  return place ? [...pathOf(place.before), place.key] : [];
}

/** An error with the places in the client's document of the field that its path leads to. */
export function located(error: GraphQLError, root: readonly PlannedField[]): GraphQLError {
  let [fields, found]: [readonly PlannedField[], PlannedField | undefined] = [root, undefined];
  for (const step of error.path ?? []) {
    if (typeof step === "number") continue;
    found = fields.find(({ key }) => key === step);
    fields = found ? [...found.selections.values()].flat() : [];
  }
  // What failed for many fields is one incident, by the original error.
  const { message, path, extensions, originalError } = error;
  return new GraphQLError(message, { nodes: found?.nodes, path, extensions, originalError });
}
