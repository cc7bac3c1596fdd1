import { type ClassType, getMetadataStorage } from "type-graphql";

type Fields = readonly { name: string; getType: () => unknown }[];

const known = { argumentTypes: new Map<unknown, Fields>(), inputTypes: new Map<unknown, Fields>() };

/** The arguments of a field as an instance of their class, with all inputs in them as TypeGraphQL makes them. */
export function argumentsInstance(type: ClassType<object>, given: Readonly<Record<string, unknown>>): object {
  return filled(type, fieldsOf(type, "argumentTypes") ?? [], given);
}

/** The value of one argument; an instance of its class, or a list of them, where it is an input. */
export function inputInstance(type: unknown, value: unknown): unknown {
  if (value == null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((entry) => inputInstance(type, entry));
  const fields = fieldsOf(type, "inputTypes");
  if (!fields) return value; // what a scalar made of it
  // `fieldsOf` found the type among the input classes, and graphql-js makes a plain object for an input.
  return filled(type as ClassType<object>, fields, value as Record<string, unknown>);
}

function filled(type: ClassType<object>, fields: Fields, given: Readonly<Record<string, unknown>>): object {
  const instance = new type();
  // Fields that the class declares and nobody gave: `Object.keys` must not find them.
  for (const [name, value] of Object.entries(instance)) if (value === undefined) Reflect.deleteProperty(instance, name);
  const values = fields
    .filter(({ name }) => given[name] !== undefined)
    .map(({ name, getType }) => [name, inputInstance(getType(), given[name])]);
  return Object.assign(instance, Object.fromEntries(values));
}

/** The fields of a class of inputs or of arguments; undefined for another class. */
export const inputFields = (type: unknown): Fields | undefined =>
  fieldsOf(type, "argumentTypes") ?? fieldsOf(type, "inputTypes");

/** The fields of a class and of those that it extends; undefined for what is no such class. */
function fieldsOf(type: unknown, kind: "argumentTypes" | "inputTypes"): Fields | undefined {
  const before = known[kind].get(type);
  if (before) return before;
  const classes = getMetadataStorage()[kind];
  const found: Fields[] = [];
  for (let target = type; typeof target === "function"; target = Object.getPrototypeOf(target)) {
    found.push(classes.find((candidate) => candidate.target === target)?.fields ?? []);
  }
  const isOne = classes.some(({ target }) => target === type);
  const fields = isOne ? found.flat() : undefined;
  if (fields) known[kind].set(type, fields);
  return fields;
}
