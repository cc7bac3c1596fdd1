import { randomUUID } from "node:crypto";
import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import {
  BeforeHistory,
  ClientGone,
  DatabaseUnavailable,
  DiskFull,
  LockTimeout,
  OutcomeUnknown,
  Overloaded,
  QueryTimeout,
} from "../../db/errors.js";
import { databaseAway, diskFull, outcomeUnknown, writesBusy } from "../../errors.js";
import { overload } from "../headers/retry-after.js";

const internal = "INTERNAL_SERVER_ERROR";

/**
 * Makes the `formatError` of Apollo Server. Errors for clients stay; all others become INTERNAL_SERVER_ERROR with only an
 * incident id, and are logged in full under that id.
 */
export function errorMask(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  // A query that fails for a whole batch fails each of its fields with the same error: one incident.
  const incidents = new WeakMap<object, string>();

  return (formatted, error) => {
    const original = unwrapResolverError(error);
    // An error before execution has no path, so it is not unwrapped.
    const cause = original instanceof GraphQLError ? original.originalError : undefined;
    return forClients(formatted, original) ?? forClients(formatted, cause) ?? masked(formatted, incidentOf(original));
  };

  function incidentOf(error: unknown): string {
    const incident = typeof error === "object" && error !== null ? incidents.get(error) : undefined;
    if (incident) return incident;
    const incidentId = randomUUID();
    if (typeof error === "object" && error !== null) incidents.set(error, incidentId);
    log.error({ incidentId, err: error }, "an unexpected error");
    return incidentId;
  }
}

function masked({ locations, path }: GraphQLFormattedError, incidentId: string): GraphQLFormattedError {
  return {
    message: `An unexpected error occurred on the server. Report the incident id ${incidentId} to its operator.`,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code: internal, incidentId },
  };
}

function forClients(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError | undefined {
  if (error instanceof QueryTimeout) return timeout(formatted);
  if (error instanceof OutcomeUnknown) return inPlaceOf(formatted, outcomeUnknown());
  if (error instanceof DiskFull) return inPlaceOf(formatted, diskFull());
  // No incident: the database layer logs an outage once, however many requests meet it.
  if (error instanceof DatabaseUnavailable) return inPlaceOf(formatted, databaseAway());
  if (error instanceof LockTimeout) return inPlaceOf(formatted, writesBusy());
  if (error instanceof Overloaded) return { ...formatted, ...overload };
  if (error instanceof ClientGone) return { ...formatted, extensions: { code: "REQUEST_ABORTED" } };
  if (error instanceof BeforeHistory) return beforeHistory(formatted, error);
  // graphql-js copies `extensions` from any error, so a code alone does not show that an error is meant for clients.
  if (!(error instanceof GraphQLError)) return undefined;
  if (formatted.extensions?.code !== internal) return formatted;
  // Only a mask gives incident ids, so a subgraph has masked and logged this already.
  if (typeof formatted.extensions.incidentId === "string") return formatted;
  return undefined;
}

/** An error for clients, in place of another error. */
const inPlaceOf = (formatted: GraphQLFormattedError, { message, extensions }: GraphQLError): GraphQLFormattedError => ({
  ...formatted,
  message,
  extensions: { ...extensions },
});

function timeout(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const message =
    "The database took too long to resolve this field. Narrow its filter, request shorter pages, or omit `totalCount`.";
  return { ...formatted, message, extensions: { code: "TIMEOUT" } };
}

/** The error for a moment before the history of the database begins. */
function beforeHistory(formatted: GraphQLFormattedError, { message, begins }: BeforeHistory): GraphQLFormattedError {
  const fields = [{ path: "knownAt", reason: `must not be before ${begins}` }];
  return {
    ...formatted,
    message: `${message}, and an earlier \`knownAt\` cannot be resolved.`,
    extensions: { code: "BAD_USER_INPUT", fields },
  };
}
