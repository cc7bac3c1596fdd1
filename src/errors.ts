import { GraphQLError } from "graphql";

/** One problem of an input. */
export interface FieldProblem {
  /** Its path: the argument's name, then field names and list indexes, such as "where.codes[0].scheme". */
  readonly path: string;
  /** The problem and its solution, for a person. */
  readonly reason: string;
}

/** The error for input that the client must change: code BAD_USER_INPUT, every problem in `extensions.fields`. */
export function badUserInput(message: string, fields: readonly FieldProblem[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", fields } });
}

const unavailableCode = "UNAVAILABLE";

/** Whether an error is temporary, by its code: the request is valid, and may succeed in a moment. */
export const passes = ({ extensions }: Pick<GraphQLError, "extensions">): boolean =>
  extensions.code === unavailableCode || extensions.code === "OVERLOADED";

function unavailable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: unavailableCode } });
}

/** The error for a request that needs the database during an outage. */
export const databaseAway = (): GraphQLError =>
  unavailable("The database cannot be reached at the moment. The request itself is valid: retry soon.");

/** The error for a write while the database's disk is full. Nothing was written. */
export const diskFull = (): GraphQLError =>
  unavailable(
    "The server's disk is full. Nothing was changed, and reading still works. Retry after the operator of the server has " +
      "freed some space.",
  );

/** The error for a write that did not get its turn, or a lock, in time. Nothing was written. */
export const writesBusy = (): GraphQLError =>
  unavailable("The record is locked by other writes, for example an import. Nothing was changed. Retry in a moment.");

/** The error for a write whose connection to the database broke while it was committed. */
export const outcomeUnknown = (): GraphQLError =>
  unavailable(
    "The connection to the database was lost during the commit, so it is unknown whether the change was recorded. " +
      "Retry with the same `idempotencyKey`: nothing is recorded twice.",
  );
