import {
  type ApolloServerPlugin,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLRequestListener,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import { describeInputErrors } from "../../operations/errors/input-errors.js";
import { measureCost } from "../../operations/limits/operation-limits.js";
import { setStatus } from "../errors/status.js";
import { refuseAllButQuestions, tellEffectiveTimes } from "../headers/record-times.js";
import { refuseForNow } from "../headers/retry-after.js";
import { needsStream } from "../subscriptions/read-subscription.js";
import type { Admission } from "./admission.js";
import type { RequestContext } from "./context.js";
import { noteAnswer, noteOperation } from "./summary.js";

const done = Promise.resolve();

/** What this server does with each operation before it is executed, and with each answer before it is sent, in order. */
export function requestPlugin(admission: Admission): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => Promise.resolve(listenerOf(admission)),
    // An error of these steps themselves, which Apollo Server would log without its stack.
    unexpectedErrorProcessingRequest({ requestContext, error }) {
      requestContext.contextValue.log.error({ err: error }, "the server failed to process a request");
      return done;
    },
  };
}

function listenerOf(admission: Admission): GraphQLRequestListener<RequestContext> {
  let refusal: readonly GraphQLError[] = [];
  return {
    async didResolveOperation(request) {
      const { document, source, contextValue, operation } = request;
      noteOperation(contextValue, operation, admission.documents.nameOf(source));
      refuseKind(request);
      refuseAllButQuestions(request);
      refuseSubscription(request);
      if (contextValue.executed) return; // it was admitted before
      const { operationName, variables } = request.request;
      const { cost, check } = admission.limit({ document, operationName, variables }, source, contextValue);
      contextValue.operationRead?.(document);
      await contextValue.account.charge(contextValue, cost);
      if (check) refusal = await check();
    },
    // What `didResolveOperation` throws is one error, and a check finds several.
    responseForOperation: () => Promise.resolve(refusal.length > 0 ? refused(refusal) : null),
    willSendResponse(request) {
      describeInputErrors(request);
      setStatus(request);
      refuseForNow(request);
      tellEffectiveTimes(request);
      if (request.contextValue.tellsCost) tellCost(request, admission);
      noteAnswer(request);
      return done;
    },
  };
}

/** Sets `extensions.cost`, unless the document was not read or is not valid. */
function tellCost(request: GraphQLRequestContextWillSendResponse<RequestContext>, admission: Admission): void {
  const { schema, document, operation, response, source } = request;
  if (!document || !operation || response.body.kind !== "single") return;
  const cost = measureCost({ schema, document, operation, request: request.request }, admission.limitsFor(source));
  const result = response.body.singleResult;
  result.extensions = { ...result.extensions, cost };
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
