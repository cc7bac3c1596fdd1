import type { GraphQLRequestContextDidResolveOperation, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import type { RequestContext } from "./request-context.js";

const longestName = 100;

/** Notes for the request's log line which operation it is. */
export function noteOperation({
  operation,
  contextValue,
}: GraphQLRequestContextDidResolveOperation<RequestContext>): void {
  contextValue.summary.operation = operation?.name?.value.slice(0, longestName);
  contextValue.summary.kind = operation?.operation;
}

/** Notes for the request's log line which errors it got: codes and incident ids, no messages, since these repeat values. */
export function noteAnswer({ response, contextValue }: GraphQLRequestContextWillSendResponse<RequestContext>): void {
  if (response.body.kind !== "single") return;
  const extensions = response.body.singleResult.errors?.map((error) => error.extensions ?? {}) ?? [];
  contextValue.summary.codes = distinct(extensions.map(({ code }) => code));
  contextValue.summary.incidents = distinct(extensions.map(({ incidentId }) => incidentId));
}

function distinct(values: unknown[]): string[] | undefined {
  const texts = [...new Set(values.filter((value) => typeof value === "string"))];
  return texts.length > 0 ? texts : undefined;
}
