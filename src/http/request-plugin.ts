import {
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLRequestListener,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import { type DocumentNode, GraphQLError, OperationTypeNode } from "graphql";
import { badUserInput } from "../errors.js";
import { findNul } from "../graphql/validation/find-nul.js";
import type { OperationCheck } from "../operations/check-operation.js";
import { tellEffectiveTimes } from "./effective-times.js";
import { describeInputErrors } from "./input-errors.js";
import { refuseAllButQuestions } from "./known-at.js";
import type { Limits } from "./limits.js";
import { limitOperation } from "./operation-limits.js";
import type { RequestContext } from "./request-context.js";
import { noteAnswer, noteOperation } from "./request-summary.js";
import { refuseForNow } from "./retry-later.js";
import type { Rewrite, Rewritten } from "./rewrite.js";
import { setStatus } from "./status.js";
import { needsStream } from "./subscriptions/read-subscription.js";

const done = Promise.resolve();

/** What this server does with each operation before it is executed, and with each answer before it is sent, in order. */
export function requestPlugin(
  limits: Limits,
  check: OperationCheck,
  rewrite?: Rewrite,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => Promise.resolve(listenerOf(limits, check, rewrite)),
    // An error of these steps themselves, which Apollo Server would log without its stack.
    unexpectedErrorProcessingRequest({ requestContext, error }) {
      requestContext.contextValue.log.error({ err: error }, "the server failed to process a request");
      return done;
    },
  };
}

function listenerOf(
  limits: Limits,
  check: OperationCheck,
  rewrite: Rewrite | undefined,
): GraphQLRequestListener<RequestContext> {
  let refusal: readonly GraphQLError[] = [];
  let rewritten: Rewritten | undefined;
  return {
    async didResolveOperation(request) {
      noteOperation(request);
      refuseKind(request);
      refuseAllButQuestions(request);
      refuseSubscription(request);
      refuseNul(request.document, request.request.variables);
      limitOperation(request, limits);
      request.contextValue.operationRead?.();
      const operation = operationOf(request);
      refusal = await check(operation, request.contextValue);
      if (refusal.length > 0) return;
      rewritten = rewrite?.(operation.document, operation.operationName, operation.variables ?? {});
      // Apollo Server executes the document that it finds here.
      if (rewritten) Object.assign(request, { document: rewritten.document });
    },
    // What `didResolveOperation` throws is one error, and a check finds several.
    responseForOperation: () => Promise.resolve(refusal.length > 0 ? refused(refusal) : null),
    willSendResponse(request) {
      const { body } = request.response;
      if (rewritten && body.kind === "single") body.singleResult = rewritten.restore(body.singleResult);
      describeInputErrors(request);
      setStatus(request);
      refuseForNow(request);
      tellEffectiveTimes(request);
      noteAnswer(request);
      return done;
    },
  };
}

/** The operation as the client sent it, before it is rewritten. */
function operationOf({ document, request }: GraphQLRequestContextDidResolveOperation<RequestContext>) {
  const { operationName, variables } = request;
  return { document, operationName, variables };
}

/** An answer without `data`, since nothing was executed. */
function refused(errors: readonly GraphQLError[]): GraphQLResponse {
  const singleResult = { errors: errors.map((error) => error.toJSON()) };
  return { http: { status: 400, headers: new HeaderMap() }, body: { kind: "single", singleResult } };
}

/** Validation says nothing of an operation whose root type the schema lacks; execution fails, without a code. */
function refuseKind({ schema, operation }: GraphQLRequestContextDidResolveOperation<RequestContext>): void {
  if (!operation || schema.getRootType(operation.operation)) return;
  const message = `This API has no ${operation.operation}s.`;
  throw new GraphQLError(message, { nodes: operation, extensions: { code: "OPERATION_RESOLUTION_FAILURE" } });
}

/** Apollo Server would execute it once and find that there is no data, which is an internal error. */
function refuseSubscription({ operation }: GraphQLRequestContextDidResolveOperation<RequestContext>): void {
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw needsStream(operation);
}

function refuseNul(document: DocumentNode, variables: unknown): void {
  const path = findNul(document, variables);
  if (path === undefined) return;
  throw badUserInput(`\`${path}\` has a NUL character in it`, [
    { path, reason: "has the character U+0000 (NUL) in it, which cannot be stored or searched for" },
  ]);
}
