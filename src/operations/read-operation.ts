import {
  type DefinitionNode,
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from "graphql";
import { coerceVariables } from "./check/variables.js";
import { guardDocument, guardVariables, refuseNul } from "./limits/guards.js";
import type { Limits } from "./limits/limits.js";
import { limitOperation } from "./limits/operation-limits.js";

/** An operation as a client sends it. */
export interface OperationRequest {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** Whether a request's operation is a subscription; false if the document cannot be read, which is reported later. */
export function isSubscription({ query, operationName }: OperationRequest): boolean {
  // Few documents have the word, and the others need no parsing for it.
  if (typeof query !== "string" || !query.includes("subscription")) return false;
  try {
    const document = parse(query, { noLocation: true });
    const name = typeof operationName === "string" ? operationName : undefined;
    return getOperationAST(document, name)?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    return false;
  }
}

/** What graphql-js needs to execute an operation, but for its context. */
type Operation = Required<Pick<ExecutionArgs, "schema" | "document">> & {
  readonly operationName: string | undefined;
  readonly variableValues: Record<string, unknown>;
  /** Its expected database time in milliseconds. */
  readonly cost: number;
};

/** The type of operation that is accepted, and the message to a client that sends another. */
interface Taken {
  readonly type: OperationTypeNode;
  readonly otherwise: string;
}

/**
 * Reads an operation that Apollo Server does not answer, such as a subscription, by the same limits and the same validation.
 * Returns the operation, or all errors of the first check that it fails.
 */
export function readOperation(
  schema: GraphQLSchema,
  limits: Limits,
  { query, operationName, variables }: OperationRequest,
  accepted: Taken,
): Operation | readonly GraphQLError[] {
  try {
    if (typeof query !== "string") throw refusal("BAD_REQUEST", "A request needs a `query`.");
    const variableValues = record(variables);
    guardDocument(query, limits);
    guardVariables(variableValues, limits);
    const document = parsed(query, limits);
    const errors = validate(schema, document, specifiedRules, { maxErrors: limits.validationErrors });
    if (errors.length > 0) return errors.map((error) => withCode(error, "GRAPHQL_VALIDATION_FAILED"));
    const name = typeof operationName === "string" ? operationName : undefined;
    const cost = costOf(schema, document, name, variableValues, limits, accepted);
    return (
      variableErrors(schema, document, name, variableValues) ?? {
        schema,
        document,
        operationName: name,
        variableValues,
        cost,
      }
    );
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function record(variables: unknown): Record<string, unknown> {
  if (variables == null) return {};
  if (typeof variables === "object" && !Array.isArray(variables)) return { ...variables };
  throw refusal("BAD_REQUEST", "`variables` must be an object.");
}

function parsed(query: string, limits: Limits): DocumentNode {
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, "GRAPHQL_PARSE_FAILED") : error;
  }
}

/** The cost of an operation that is taken. Throws the refusal of any other. */
function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | undefined,
  variables: Record<string, unknown>,
  limits: Limits,
  { type, otherwise }: Taken,
): number {
  const operation = getOperationAST(document, name);
  if (operation?.operation !== type) throw refusal("OPERATION_RESOLUTION_FAILURE", otherwise);
  // graphql-js would fail on it: the October 2025 specification forbids it, and graphql-js 16 does not.
  if (
    type === OperationTypeNode.SUBSCRIPTION &&
    rootNodes(document, operation.selectionSet).some((node) => node.directives?.length)
  )
    throw refusal("GRAPHQL_VALIDATION_FAILED", "`@skip` and `@include` cannot be used on the field of a subscription.");
  refuseNul(document, variables);
  return limitOperation({ schema, document, operation, request: { variables } }, limits);
}

/** The selections at the root, those in its fragments too; each fragment once. */
function rootNodes(document: DocumentNode, root: SelectionSetNode): readonly SelectionNode[] {
  const spread = new Set<string>();
  const within = ({ selections }: SelectionSetNode): SelectionNode[] =>
    selections.flatMap((node) => {
      if (node.kind === Kind.INLINE_FRAGMENT) return [node, ...within(node.selectionSet)];
      if (node.kind === Kind.FIELD || spread.has(node.name.value)) return [node];
      spread.add(node.name.value);
      const isIt = (one: DefinitionNode) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value;
      const fragments = document.definitions.filter((one): one is FragmentDefinitionNode => isIt(one));
      return [node, ...fragments.flatMap(({ selectionSet }) => within(selectionSet))];
    });
  return within(root);
}

function variableErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | undefined,
  variables: Record<string, unknown>,
): readonly GraphQLError[] | undefined {
  const operation = getOperationAST(document, name);
  const coerced = operation && coerceVariables(schema, operation, variables);
  return coerced && "errors" in coerced ? coerced.errors : undefined;
}

const refusal = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } });

const withCode = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, { ...error, nodes: error.nodes, extensions: { ...error.extensions, code } });
