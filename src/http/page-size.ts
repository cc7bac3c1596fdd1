import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from "graphql";

const defaultPage = 25;
/** A longer page is refused by the field itself, with an error that names the argument. */
const longestPage = 100;

/** How many rows a connection field asks for, by its `first` or `last`: written out, or given by a variable. */
export function pageSize(
  field: FieldNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  const sizes = (field.arguments ?? [])
    .filter((argument) => argument.name.value === "first" || argument.name.value === "last")
    .map((argument) => countOf(argument.value, operation, variables))
    .filter((size) => size !== undefined);
  return Math.min(sizes.length > 0 ? Math.max(0, ...sizes) : defaultPage, longestPage);
}

function countOf(
  value: ValueNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number | undefined {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return undefined;
  const given = variables[value.name.value];
  if (typeof given === "number") return given;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === value.name.value);
  return given === undefined && definition?.defaultValue
    ? countOf(definition.defaultValue, operation, variables)
    : undefined;
}
