import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";

/** What a client is told whose turn did not come in time. */
export const overload = {
  message:
    "The server is busy, and the turn of this request did not come in time. Ask again in a few seconds, and ask for less at once.",
  extensions: { code: "OVERLOADED" },
} as const;

const retryAfter = "5"; // seconds

/** The refusal of a request before it is executed. */
export const overloaded = (): GraphQLError =>
  new GraphQLError(overload.message, {
    extensions: { ...overload.extensions, http: { status: 503, headers: { "retry-after": retryAfter } } },
  });

/**
 * Refuses a query entirely if the turn of one of its fields did not come in time: whoever asks again needs no part of it. Not
 * a mutation, since what it did is done.
 */
export function refuseOverloaded({ operation, response }: GraphQLRequestContextWillSendResponse<object>): void {
  if (response.body.kind !== "single" || operation?.operation === OperationTypeNode.MUTATION) return;
  const { errors } = response.body.singleResult;
  if (!errors?.some(({ extensions }) => extensions?.code === overload.extensions.code)) return;
  response.http.status = 503;
  response.http.headers.set("retry-after", retryAfter);
  response.body = { kind: "single", singleResult: { errors: [overload] } };
}
