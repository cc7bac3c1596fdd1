import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import type { RequestContext } from "./request-context.js";

/** Tells in `extensions.asOf` and `extensions.knownAt` which day and which moment the headers set. */
export function tellEffectiveTimes({
  contextValue: { asOf, knownAt },
  response,
}: GraphQLRequestContextWillSendResponse<RequestContext>): void {
  if (response.body.kind !== "single" || (asOf === undefined && knownAt === undefined)) return;
  const result = response.body.singleResult;
  result.extensions = { ...result.extensions, ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
}
