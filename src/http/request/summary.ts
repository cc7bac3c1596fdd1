import type { GraphQLRequestContextWillSendResponse } from "@apollo/server";
import type { GraphQLFormattedError, OperationDefinitionNode } from "graphql";
import type { RequestContext } from "./context.js";

const longestName = 100;

/** Records the operation for the request's log line and metrics. */
export function noteOperation(
  { summary }: RequestContext,
  operation: OperationDefinitionNode | undefined,
  question: string | undefined,
): void {
  summary.question = question;
  summary.operation = operation?.name?.value.slice(0, longestName);
  summary.kind = operation?.operation;
}

/** Records the errors for the request's log line: codes and incident ids, but no messages, which can contain values. */
export function noteAnswer({ response, contextValue }: GraphQLRequestContextWillSendResponse<RequestContext>): void {
  if (response.body.kind !== "single") return;
  noteErrors(contextValue, response.body.singleResult.errors);
}

/** The same for a response that Apollo Server did not make. */
export function noteErrors({ summary }: RequestContext, errors: readonly GraphQLFormattedError[] = []): void {
  const extensions = errors.map((error) => error.extensions ?? {});
  summary.codes = distinct(extensions.map(({ code }) => code));
  summary.incidents = distinct(extensions.map(({ incidentId }) => incidentId));
}

function distinct(values: unknown[]): string[] | undefined {
  const texts = [...new Set(values.filter((value) => typeof value === "string"))];
  return texts.length > 0 ? texts : undefined;
}
