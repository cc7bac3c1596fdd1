import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from "graphql";
import { badUserInput } from "../errors.js";
import { DateTime } from "../graphql/scalars/date-time.js";
import type { RequestContext } from "../http/request-context.js";
import type { GatewayContext } from "./gateway-context.js";

/**
 * Makes of the argument `knownAt` the header that every subgraph gets: a subgraph that is asked for more of an entity
 * does not see the arguments of the field that led there. That needs one moment for the whole operation, so anything
 * else is refused. Comes after the operation is made plain.
 */
export const promoteKnownAt: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () => Promise.resolve(listener),
};

const listener: GraphQLRequestListener<RequestContext> = {
  didResolveOperation({ document, request, contextValue }) {
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return Promise.resolve();
    const moments = momentsOf(document, operation, request.variables ?? {}, contextValue.knownAt);
    if (moments.size > 1) throw refusal();
    const [moment] = moments;
    // The gateway's front made the context.
    if (moment !== undefined)
      Object.assign((contextValue as GatewayContext).headers, { "standpoint-known-at": moment });
    return Promise.resolve();
  },
};

type Variables = Readonly<Record<string, unknown>>;

/**
 * At which moments the root fields, and all other fields with `knownAt`, are to be known; none where no field has the
 * argument. Undefined is now, or a moment that is none: execution tells that.
 */
function momentsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  byHeader: string | undefined,
): Set<string | undefined> {
  const read = (argument: ArgumentNode | undefined): string | undefined => {
    const value = argument && valueIn(argument, operation, variables);
    return value == null ? byHeader : exact(value);
  };
  const given: ArgumentNode[] = [];
  for (const part of document.definitions) {
    if (part !== operation && part.kind !== Kind.FRAGMENT_DEFINITION) continue;
    visit(part, {
      Argument(node) {
        if (isKnownAt(node)) given.push(node);
      },
    });
  }
  if (given.length === 0) return new Set();
  const roots = operation.selectionSet.selections.filter(isData).map((node) => node.arguments?.find(isKnownAt));
  return new Set([...roots, ...given].map(read));
}

const isKnownAt = ({ name }: ArgumentNode): boolean => name.value === "knownAt";

function isData(node: SelectionNode): node is FieldNode {
  return node.kind === Kind.FIELD && !node.name.value.startsWith("__");
}

function valueIn({ value }: ArgumentNode, { variableDefinitions }: OperationDefinitionNode, variables: Variables) {
  if (value.kind !== Kind.VARIABLE) return value.kind === Kind.STRING ? value.value : null;
  const name = value.name.value;
  if (name in variables) return variables[name];
  const { defaultValue } = variableDefinitions?.find(({ variable }) => variable.name.value === name) ?? {};
  return defaultValue?.kind === Kind.STRING ? defaultValue.value : null;
}

function exact(value: unknown): string | undefined {
  try {
    return DateTime.parseValue(value).exact;
  } catch {
    return undefined;
  }
}

function refusal(): Error {
  const reason =
    "must be one moment on every root field, where several services answer. Give it as the header Standpoint-Known-At, and ask for each moment by itself";
  return badUserInput(`\`knownAt\` ${reason}.`, [{ path: "knownAt", reason }]);
}
