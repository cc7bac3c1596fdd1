import { GraphQLError, Kind, type OperationDefinitionNode, type TypeNode } from "graphql";

/**
 * The variables of an operation as the query string of an address gives them: numbers and booleans by their names in JSON,
 * input objects as JSON, lists by repeating the parameter or with commas, everything else as it stands. Whether they fit is
 * checked like any variables.
 *
 * @param parameters the query string's; those in `others` are not variables
 * @throws {GraphQLError} BAD_USER_INPUT naming each parameter that is no variable of the operation
 */
export function variablesFrom(
  parameters: Readonly<Record<string, unknown>>,
  { variableDefinitions = [] }: OperationDefinitionNode,
  others: readonly string[] = [],
): Record<string, unknown> {
  const types = new Map(variableDefinitions.map(({ variable, type }) => [variable.name.value, type]));
  const entries = Object.entries(parameters).filter(([name]) => !others.includes(name));
  const unknown = entries.filter(([name]) => !types.has(name));
  if (unknown.length > 0)
    throw unknownParameters(
      unknown.map(([name]) => name),
      [...types.keys(), ...others],
    );
  return Object.fromEntries(entries.map(([name, value]) => [name, read(value, types.get(name) as TypeNode)])); // it has
}

function read(value: unknown, type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return read(value, type.type);
  if (type.kind === Kind.LIST_TYPE) return readList(value, type.type);
  return typeof value === "string" ? readText(value, type.name.value) : value;
}

function readList(value: unknown, type: TypeNode): unknown {
  if (isJson(value)) return jsonOr(value);
  const items: unknown[] = Array.isArray(value) ? value : String(value).split(",");
  return items.map((item) => read(item, type));
}

function readText(text: string, type: string): unknown {
  if (isJson(text)) return jsonOr(text);
  const isNumber = (type === "Int" || type === "Float") && /^-?\d+(\.\d+)?$/.test(text);
  if (isNumber) return Number(text);
  const isBoolean = type === "Boolean" && /^(true|false)$/.test(text);
  return isBoolean ? text === "true" : text;
}

/** Whether a value may be JSON of an object or a list. */
const isJson = (value: unknown): value is string => typeof value === "string" && /^\s*[{[]/.test(value);

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function unknownParameters(names: readonly string[], knownNames: readonly string[]): GraphQLError {
  const list = knownNames.length > 0 ? `Its variables are ${knownNames.join(", ")}.` : "It has no variables.";
  const reason = `Is not a variable of this question. ${list}`;
  return new GraphQLError(`This question has no variable ${names.join(", ")}. ${list}`, {
    extensions: {
      code: "BAD_USER_INPUT",
      fields: names.map((path) => ({ path, reason })),
      http: { status: 400 },
    },
  });
}
