import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { passes } from "../../errors.js";

/** Seconds that clients are to wait. */
export const retryAfter = "5";

/**
 * Refuses an operation whole, with 503 and `Retry-After`, where one of its fields met an error that passes. Parts of an answer
 * are of little use to a client that has to ask again, and clients that look at the status alone would take them for all of
 * it. A mutation keeps the data that it has, since what it did is done, and its errors keep their paths.
 */
export function refuseForNow({ operation, response }: GraphQLRequestContextWillSendResponse<object>): void {
  if (response.body.kind !== "single") return;
  const { data, errors = [] } = response.body.singleResult;
  const error = errors.find(({ extensions = {} }) => passes({ extensions }));
  if (!error) return;
  response.http.headers.set("retry-after", retryAfter);
  const isMutation = operation?.operation === OperationTypeNode.MUTATION;
  if (isMutation && Object.values(data ?? {}).some((value) => value !== null)) return;
  const { message, extensions } = error;
  response.http.status = 503;
  response.body.singleResult = { errors: isMutation ? errors : [{ message, extensions }] };
}

/** What a client is told whose turn did not come in time. */
export const overload = {
  message:
    "The server is busy, and the turn of this request did not come in time. Ask again in a few seconds, and ask for less at once.",
  extensions: { code: "OVERLOADED" },
} as const;
