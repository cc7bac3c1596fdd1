import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from "graphql";
import type { RequestContext } from "../http/request-context.js";
import { type Conditions, conditionsOf } from "./gateway-conditions.js";
import { plainDocument } from "./gateway-plain-document.js";

/** The most that is kept of one document, which has another plain form for each of its conditions. */
const mostForms = 16;

/**
 * Makes each operation plain before it is planned. Hive Gateway takes a field that is asked for twice for asked for once,
 * with the first one's `@skip`, and asks a second time for what two fields that merge ask of an entity each.
 */
export function plainOperations(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  // Kept as long as the document is, so that what is planned for one request serves the next.
  const known = new WeakMap<DocumentNode, Map<string, DocumentNode>>();

  function plainForm(document: DocumentNode, operation: OperationDefinitionNode, conditions: Conditions): DocumentNode {
    const forms = known.get(document) ?? new Map<string, DocumentNode>();
    known.set(document, forms);
    const key = JSON.stringify([operation.name?.value, ...conditions]);
    const form = forms.get(key) ?? plainDocument(schema, document, operation, conditions);
    if (forms.size < mostForms) forms.set(key, form);
    return form;
  }

  const listener: GraphQLRequestListener<RequestContext> = {
    didResolveOperation(context) {
      const { document, operation, request } = context;
      const conditions = operation && conditionsOf(document, operation, request.variables ?? {});
      if (conditions && !asksIntrospection(operation)) {
        // Apollo Server executes the document that it finds here.
        Object.assign(context, { document: plainForm(document, operation, conditions) });
      }
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

function asksIntrospection({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some((node) => node.kind === Kind.FIELD && /^__(schema|type)$/.test(node.name.value));
}
