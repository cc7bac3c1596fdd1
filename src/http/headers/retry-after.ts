import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { passes } from "../../errors.js";

/** Seconds that clients should wait. */
export const retryAfter = "5";

/**
 * Refuses a query entirely, with 503 and `Retry-After`, if one of its fields had a temporary error. A client that has to
 * repeat the request has little use for a partial response, and a client that checks only the status would take it for a
 * complete one. A mutation keeps its data, since the write is done, and its errors keep their paths.
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

/** The error for a client whose turn did not come in time. */
export const overload = {
  message:
    "The server is busy and could not start this request in time. Retry in a few seconds, or request less at once.",
  extensions: { code: "OVERLOADED" },
} as const;
