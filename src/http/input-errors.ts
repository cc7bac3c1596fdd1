import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import type { DocumentNode, GraphQLError, GraphQLFormattedError } from "graphql";
import type { FieldProblem } from "../errors.js";
import { argumentPath, isValue } from "./argument-path.js";

/**
 * Gives errors of validation about a value that is written in the document the form of all errors about input: code
 * BAD_USER_INPUT, and in `extensions.fields` where and why.
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
  return undefined;
}
