import { type DocumentNode, type GraphQLError, type GraphQLSchema, getOperationAST } from "graphql";
import { beforeHistory, Check } from "./check.js";
import { type CheckedSelection, checkedSelections } from "./checked-document.js";
import type { LookUp } from "./look-up.js";
import { coerceVariables } from "./variables.js";

/** A valid document with the rest of its request. */
export interface CheckedOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a check needs of the request's context. */
export interface CheckContext {
  readonly lookUp: LookUp;
  /** The moment of the header Standpoint-Known-At. */
  readonly knownAt?: string;
}

/** What a check returns where it found nothing, and would find nothing in any later request of the same form. */
export const neverRefused: readonly GraphQLError[] = [];

/** Every error for which an operation is refused before anything of it is executed: none, up to ten. */
export type OperationCheck = (operation: CheckedOperation, context: CheckContext) => Promise<readonly GraphQLError[]>;

/**
 * Makes the check of operations on a schema: their variables, the role that each field needs, and the arguments of each
 * field, wherever it stands, unless `@skip` or `@include` leaves it out. What a document says by itself is checked once
 * for the document; slugs are looked up all together.
 *
 * The errors are in the order of the document. The path of each leads to the field, without the indexes of lists: the
 * arguments are the same for all rows.
 *
 * @param schema the API's whole schema or a subgraph's, built by `buildApiSchema`; at the gateway the whole one
 */
export function operationCheck(schema: GraphQLSchema): OperationCheck {
  const selectionsByDocument = new WeakMap<DocumentNode, Map<string | undefined, readonly CheckedSelection[]>>();

  return async ({ document, operationName, variables = {} }, { lookUp, knownAt }) => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return []; // execution reports that
    const coerced = coerceVariables(schema, operation, variables);
    if ("errors" in coerced) return coerced.errors;

    const ofDocument = selectionsByDocument.get(document) ?? new Map();
    selectionsByDocument.set(document, ofDocument);
    const name = operation.name?.value;
    const selections = ofDocument.get(name) ?? checkedSelections(schema, document, operation);
    ofDocument.set(name, selections);

    const check = new Check(selections, coerced.values);
    const wanted = check.wanted(knownAt);
    const needsLookUp = wanted.slugs.length > 0 || wanted.role || wanted.history;
    const lookedUp = needsLookUp ? await lookUp(wanted) : undefined;
    const early = beforeHistory("Standpoint-Known-At", knownAt, lookedUp);
    const errors = [...(early ? [early] : []), ...check.errors(lookedUp)];
    // A slug that the record has, it has for good; the role and the header are of this request alone.
    return errors.length > 0 || wanted.role || knownAt !== undefined ? errors : neverRefused;
  };
}
