import type { ExecutionResult, GraphQLError } from "graphql";
import type { Database } from "../../db/database.js";

/** A question apart from any request. The same question always has the same form. */
export interface Question {
  /** A GraphQL document of one query and its fragments, as graphql-js prints it. */
  readonly document: string;
  /** Those that the query has, in its order. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The day (YYYY-MM-DD) that fields are asked as of which name none themselves; null for none. */
  readonly asOf: string | null;
}

/** A question as somebody asks it. */
export interface GivenQuestion {
  readonly query: string;
  /** Which operation of the document; needed where it has several. */
  readonly operationName?: string | null;
  readonly variables?: unknown;
  readonly asOf?: string | null;
}

/** Reads and answers questions apart from any request, by the whole schema, in a subgraph too. */
export interface Answering {
  /** The question in its one form; or every error of the first thing that a request with it would be refused for. */
  read(given: GivenQuestion): Question | readonly GraphQLError[];

  /** The answer that every caller gets. */
  answer(question: Question, database: Database): Promise<ExecutionResult>;
}

/** What a question was answered. */
export interface Answer {
  /** Its `data` as JSON, in the order of the question's fields. */
  readonly text: string;
  /** SHA-256 of the text. */
  readonly digest: string;
  /** The number of the last change in the feed that it has seen. */
  readonly upTo: number;
  /** When that was: RFC 3339 in UTC, with microseconds. */
  readonly at: string;
}
