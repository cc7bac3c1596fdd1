import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  Kind,
  visit,
} from "graphql";
import type { FieldProblem } from "../../errors.js";
import { pathTo } from "../../graphql/validation/validation-fields.js";

const valueKinds: readonly Kind[] = [
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
];

/** Whether a node is a value written in the document, or a field of one. */
function isValue(node: ASTNode): boolean {
  return valueKinds.includes(node.kind);
}

/** The path of a value, from its argument on: "where.codes[0].scheme". */
function argumentPath(document: DocumentNode, target: ASTNode): string {
  let valuePath = "";
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== target) return undefined;
      const line = [...ancestors, ...(parent ? [parent] : []), node];
      valuePath = line.reduce<string>(
        (path, step, index) => extended(path, line[index - 1], step, line[index + 1]),
        "",
      );
      return BREAK;
    },
  });
  return valuePath;
}

type Step = ASTNode | readonly ASTNode[];

function extended(path: string, before: Step | undefined, step: Step, next: Step | undefined): string {
  if (!isNodes(step)) {
    if (step.kind === Kind.VARIABLE_DEFINITION) return step.variable.name.value;
    if (step.kind === Kind.ARGUMENT) return step.name.value;
    return step.kind === Kind.OBJECT_FIELD ? pathTo(path, step.name.value) : path;
  }
  // Other arrays of a document (selections, fields of an object) are not part of the path of a value.
  const isList = before && !isNodes(before) && before.kind === Kind.LIST;
  return isList && next && !isNodes(next) ? pathTo(path, step.indexOf(next)) : path;
}

const isNodes = (step: Step): step is readonly ASTNode[] => Array.isArray(step);

/**
 * Gives validation errors about a literal value the form of all input errors: the code BAD_USER_INPUT, and the path and
 * reason in `extensions.fields`.
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
