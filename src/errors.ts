import { GraphQLError } from "graphql";

/** One thing wrong with an input. */
export interface FieldProblem {
  /** Where: the argument's name, then field names and list indexes, such as "where.codes[0].scheme". */
  readonly path: string;
  /** What is wrong and what would be right, for a person. */
  readonly reason: string;
}

/** The error for input that the client must change: code BAD_USER_INPUT, every problem in `extensions.fields`. */
export function badUserInput(message: string, fields: readonly FieldProblem[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", fields } });
}

/** The error for a write that did not get its turn in time: code SERVICE_UNAVAILABLE, and nothing was written. */
export function writesBusy(): GraphQLError {
  return new GraphQLError("Others are writing, perhaps an import: nothing was changed. Ask again in a moment.", {
    extensions: { code: "SERVICE_UNAVAILABLE" },
  });
}
