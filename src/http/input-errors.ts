import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { type DocumentNode, type GraphQLError, type GraphQLFormattedError, Kind } from "graphql";
import type { FieldProblem } from "../errors.js";
import { argumentPath, isValue } from "./argument-path.js";

/**
 * Gives errors of graphql-js about a value, written in the document or given by a variable, the form of all errors
 * about input: code BAD_USER_INPUT, and in `extensions.fields` where and why.
 */
export function describeInputErrors({
  document,
  errors,
  response,
}: GraphQLRequestContextWillSendResponse<object>): void {
  if (!document || !errors || response.body.kind !== "single") return;
  const result = response.body.singleResult;
  result.errors = result.errors?.map((formatted, index) => {
    const error = errors[index];
    const problem = error && inputProblem(error, formatted, document);
    if (!problem) return formatted;
    return { ...formatted, extensions: { ...formatted.extensions, code: "BAD_USER_INPUT", fields: [problem] } };
  });
}

function inputProblem(
  error: GraphQLError,
  formatted: GraphQLFormattedError,
  document: DocumentNode,
): FieldProblem | undefined {
  const [node] = error.nodes ?? [];
  if (!node || formatted.extensions?.fields) return undefined;
  if (formatted.extensions?.code === "GRAPHQL_VALIDATION_FAILED" && isValue(node))
    return { path: argumentPath(document, node), reason: error.message };
  if (formatted.extensions?.code === "BAD_USER_INPUT" && node.kind === Kind.VARIABLE_DEFINITION)
    return variableProblem(node.variable.name.value, error);
  return undefined;
}

/** graphql-js says `Variable "$name" got invalid value … at "name.field[0]"; reason`, and keeps the reason as the cause. */
function variableProblem(variable: string, error: GraphQLError): FieldProblem {
  const reason = error.originalError?.message;
  if (reason === undefined || !error.message.endsWith(`; ${reason}`)) return { path: variable, reason: error.message };
  const before = error.message.slice(0, -`; ${reason}`.length);
  const [, path = variable] = / at "([^"\\]+)"$/.exec(before) ?? [];
  return { path, reason };
}
