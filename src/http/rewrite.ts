import type { DocumentNode } from "graphql";

/** A result of an operation, whether its errors are formatted yet or not. */
export interface OperationResult {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly (string | number)[] }[];
}

/** An operation in the form that is executed. */
export interface Rewritten {
  readonly document: DocumentNode;
  /** Makes of its result the result of the operation that the client sent. */
  restore<Given extends OperationResult>(result: Given): Given;
}

/**
 * Gives a valid operation another form, which means the same, for whatever executes it; undefined where it stays as it is.
 * It is called with each request, so it should remember what it did with a document.
 */
export type Rewrite = (
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
) => Rewritten | undefined;
