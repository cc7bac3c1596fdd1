/**
 * The text of a GraphQL operation that knows the types of its result and variables. graphql-codegen's client preset makes
 * such documents from your own operations: see `standpoint-client/codegen`.
 */
export interface TypedDocument<Result, Variables> {
  toString(): string;
  /** Only for the compiler; never set. */
  readonly __apiType?: (variables: Variables) => Result;
}

/** What can be sent: a typed document, or the text of any. */
export type Document<Result, Variables> = TypedDocument<Result, Variables> | string;
