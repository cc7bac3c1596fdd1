import { type DocumentNode, type GraphQLSchema, getOperationAST } from "graphql";
import type { Rewrite, Rewritten } from "../http/rewrite.js";
import { conditionsOf } from "./gateway-conditions.js";
import { type PlainDocument, plainDocument } from "./gateway-plain-document.js";
import { reservedAliases, withClientKeys } from "./gateway-response-keys.js";

/** The most that is kept of one document, which has another plain form for each of its conditions. */
const mostForms = 16;

/**
 * Makes each operation plain before it is planned. Hive Gateway takes a field that is asked for twice for asked for once,
 * with the first one's `@skip`, asks a second time for what two fields that merge ask of an entity each, and takes an alias
 * such as `id` for the key of that name.
 *
 * @param keyFields the names of all fields in keys of the supergraph
 */
export function plainOperations(schema: GraphQLSchema, keyFields: ReadonlySet<string>): Rewrite {
  const isReserved = reservedAliases(keyFields);
  // Kept as long as the document is, so that what is planned for one request serves the next.
  const known = new WeakMap<DocumentNode, Map<string, Rewritten>>();

  return (document, operationName, variables) => {
    const operation = getOperationAST(document, operationName);
    const conditions = operation && conditionsOf(document, operation, variables);
    if (!operation || !conditions) return undefined;
    const forms = known.get(document) ?? new Map<string, Rewritten>();
    known.set(document, forms);
    const key = JSON.stringify([operation.name?.value, ...conditions]);
    const form = forms.get(key) ?? rewritten(plainDocument(schema, document, operation, conditions, isReserved));
    if (forms.size < mostForms) forms.set(key, form);
    return form;
  };
}

function rewritten({ document, keys }: PlainDocument): Rewritten {
  return { document, restore: (result) => (keys ? withClientKeys(result, keys) : result) };
}
