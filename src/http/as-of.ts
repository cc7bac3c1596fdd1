import type { IncomingHttpHeaders } from "node:http";
import { GraphQLError } from "graphql";

/**
 * The day that a request's header Standpoint-As-Of names, if it has one.
 *
 * @throws {GraphQLError} BAD_USER_INPUT unless it is a day of the calendar, "YYYY-MM-DD"
 */
export function readAsOf(headers: IncomingHttpHeaders): string | undefined {
  const given = headers["standpoint-as-of"];
  if (given === undefined) return undefined;
  if (typeof given === "string" && isCalendarDay(given)) return given;
  const message = "The header Standpoint-As-Of must be a day of the calendar, such as 2021-01-27.";
  throw new GraphQLError(message, {
    extensions: {
      code: "BAD_USER_INPUT",
      fields: [{ path: "Standpoint-As-Of", reason: "Must be a day of the calendar, YYYY-MM-DD." }],
      http: { status: 400 },
    },
  });
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text); // the 30th of February becomes a day of March
}
