import type { IncomingHttpHeaders } from "node:http";
import type { GraphQLRequestContextDidResolveOperation, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import { isCalendarDay } from "../../edtf/calendar-day.js";
import { badUserInput } from "../../errors.js";
import { DateTime } from "../../graphql/scalars/date-time.js";
import type { RequestContext } from "../request/context.js";

const header = "Standpoint-Known-At";

/**
 * The moment that a request's header Standpoint-Known-At names, if it has one: RFC 3339 in UTC, with milliseconds or
 * microseconds.
 *
 * @throws {GraphQLError} BAD_USER_INPUT unless it is a moment as the scalar DateTime takes it
 */
export function readKnownAt(headers: IncomingHttpHeaders): string | undefined {
  const headerValue = headers["standpoint-known-at"];
  if (headerValue === undefined) return undefined;
  try {
    return DateTime.parseValue(headerValue).exact;
  } catch {
    throw new GraphQLError(`The header ${header} must be a date and time, such as 2021-01-27T15:04:05Z.`, {
      extensions: {
        code: "BAD_USER_INPUT",
        fields: [{ path: header, reason: "Must be a date and time in the format of RFC 3339, YYYY-MM-DDThh:mm:ssZ." }],
        http: { status: 400 },
      },
    });
  }
}

/** What is written or followed is now, and its answer could not show it. Throws BAD_USER_INPUT. */
export function refuseAllButQuestions({
  contextValue,
  operation,
}: GraphQLRequestContextDidResolveOperation<RequestContext>): void {
  if (contextValue.knownAt === undefined || !operation || operation.operation === OperationTypeNode.QUERY) return;
  throw onlyForQuestions(operation.operation);
}

/**
 * Why a subscription is refused, where its request has the header: for the reason of `refuseAllButQuestions`, which comes before
 * what may be wrong with the moment. Undefined where it has none. For transports that tell errors by other means than a status.
 */
export function refusalToSubscribe(headers: IncomingHttpHeaders): GraphQLError | undefined {
  return headers["standpoint-known-at"] === undefined ? undefined : onlyForQuestions(OperationTypeNode.SUBSCRIPTION);
}

function onlyForQuestions(operation: OperationTypeNode): GraphQLError {
  const reason = `applies only to queries: a ${operation} always uses the current record. Omit it`;
  return badUserInput(`The header ${header} ${reason}.`, [{ path: header, reason }]);
}

/**
 * The day that a request's header Standpoint-As-Of names, if it has one.
 *
 * @throws {GraphQLError} BAD_USER_INPUT unless it is a day of the calendar, "YYYY-MM-DD"
 */
export function readAsOf(headers: IncomingHttpHeaders): string | undefined {
  const headerValue = headers["standpoint-as-of"];
  if (headerValue === undefined) return undefined;
  if (typeof headerValue === "string" && isCalendarDay(headerValue)) return headerValue;
  const message = "The header Standpoint-As-Of must be a calendar day, such as 2021-01-27.";
  throw new GraphQLError(message, {
    extensions: {
      code: "BAD_USER_INPUT",
      fields: [{ path: "Standpoint-As-Of", reason: "Must be a calendar day, YYYY-MM-DD." }],
      http: { status: 400 },
    },
  });
}

/** Reports the day and the moment of the headers in `extensions.asOf` and `extensions.knownAt`. */
export function tellEffectiveTimes({
  contextValue,
  response,
}: GraphQLRequestContextWillSendResponse<RequestContext>): void {
  const times = effectiveTimes(contextValue);
  if (response.body.kind !== "single" || !times) return;
  const result = response.body.singleResult;
  result.extensions = { ...result.extensions, ...times };
}

/** The day and the moment that the headers set; undefined where they set neither. */
export function effectiveTimes({ asOf, knownAt }: RequestContext): Record<string, string> | undefined {
  if (asOf === undefined && knownAt === undefined) return undefined;
  return { ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
}
