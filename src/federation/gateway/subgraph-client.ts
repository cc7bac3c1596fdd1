import type { GraphQLError, OperationTypeNode } from "graphql";
import type { AskingContext } from "./context.js";

export interface Subgraph {
  readonly name: string;
  /** Where it answers GraphQL over HTTP. */
  readonly url: string;
}

/** An operation for a subgraph. */
export interface Question {
  readonly kind: OperationTypeNode;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  /** Their paths are those of the subgraph's answer. */
  readonly errors: readonly GraphQLError[];
}

export interface SubgraphClient {
  /**
   * Asks for one answer. It never fails: a subgraph that is dead, too slow or says nothing of sense gives an answer without data
   * and with the error of `subgraphFailure`, so that only its own fields are lost.
   */
  ask(question: Question, context: AskingContext): Promise<Answer>;
  /**
   * The events of a subscription, as server-sent events: a subscriber reconnects with a cursor when the stream ends early.
   *
   * @throws {GraphQLError} why there are none
   */
  follow(question: Question, context: AskingContext): Promise<AsyncIterableIterator<Answer>>;
}
