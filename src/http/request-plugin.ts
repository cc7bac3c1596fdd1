import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import { tellAsOf } from "./as-of.js";
import { describeInputErrors } from "./input-errors.js";
import type { Limits } from "./limits.js";
import { refuseNulLiterals } from "./nul-literals.js";
import { limitOperation } from "./operation-limits.js";
import type { RequestContext } from "./request-context.js";
import { noteAnswer, noteOperation } from "./request-summary.js";
import { setStatus } from "./status.js";

const done = Promise.resolve();

/** What this server does with each operation before it is executed, and with each answer before it is sent, in order. */
export function requestPlugin(limits: Limits): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    didResolveOperation(request) {
      noteOperation(request);
      refuseNulLiterals(request);
      limitOperation(request, limits);
      return done;
    },
    willSendResponse(request) {
      describeInputErrors(request);
      setStatus(request);
      tellAsOf(request);
      noteAnswer(request);
      return done;
    },
  };
  return {
    requestDidStart: () => Promise.resolve(listener),
    // An error of these steps themselves, which Apollo Server would log without its stack.
    unexpectedErrorProcessingRequest({ requestContext, error }) {
      requestContext.contextValue.log.error({ err: error }, "the server failed to process a request");
      return done;
    },
  };
}
