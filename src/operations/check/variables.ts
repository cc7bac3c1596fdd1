import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import type { FieldProblem } from "../../errors.js";

/** The most problems that one refusal reports. */
export const mostProblems = 10;

/** The variables of an operation, coerced to their declared types; or the error BAD_USER_INPUT if they do not fit. */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): { values: Record<string, unknown> } | { errors: readonly GraphQLError[] } {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: mostProblems });
  // The last error of graphql-js only says that there may be more, and names no variable.
  return errors ? { errors: errors.filter(({ nodes }) => nodes).map(described) } : { values: coerced };
}

function described(error: GraphQLError): GraphQLError {
  const [node] = error.nodes ?? [];
  const variable = node && "variable" in node ? node.variable.name.value : "";
  const extensions = { ...error.extensions, code: "BAD_USER_INPUT", fields: [problemOf(variable, error)] };
  return new GraphQLError(error.message, { nodes: error.nodes, originalError: error.originalError, extensions });
}

/** graphql-js writes `Variable "$name" got invalid value … at "name.field[0]"; reason`, and keeps the reason as the cause. */
function problemOf(variable: string, error: GraphQLError): FieldProblem {
  const reason = error.originalError?.message;
  if (reason === undefined || !error.message.endsWith(`; ${reason}`)) return { path: variable, reason: error.message };
  const before = error.message.slice(0, -`; ${reason}`.length);
  const [, path = variable] = / at "([^"\\]+)"$/.exec(before) ?? [];
  return { path, reason };
}
