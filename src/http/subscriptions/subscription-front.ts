import type { IncomingMessage } from "node:http";
import type { FastifyReply } from "fastify";
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Execution } from "../../execution/executor.js";
import type { Observer } from "../../metrics/observer.js";
import type { OperationCheck } from "../../operations/check/check-operation.js";
import type { Documents } from "../../operations/documents.js";
import type { Limits } from "../../operations/limits/limits.js";
import type { Account } from "../account.js";
import type { ClientTurns } from "../client-turns.js";
import type { RequestContext, RequestDetails } from "../request/context.js";

/** The events of a subscription; or a result with errors. */
export type Subscribe = (execution: Execution) => Promise<AsyncIterable<unknown> | ExecutionResult>;

/** The parts of a front that both transports of subscriptions need. */
export interface SubscriptionFront {
  readonly schema: GraphQLSchema;
  readonly check: OperationCheck;
  readonly documents: Documents;
  readonly limits: Limits;
  readonly turns: ClientTurns;
  /** The name of the client that sends a request. */
  clientOf(request: IncomingMessage): string;
  readonly execute?: (execution: Execution) => PromiseLike<ExecutionResult>;
  readonly subscribe?: Subscribe;
  readonly mask: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  /** The account of a request. Its response gets the headers that report the rest of the budget. */
  accountOf(reply?: FastifyReply): Account;
  readonly observer?: Observer;
  readonly checkCredential?: (context: RequestContext) => Promise<void>;
  context(details: RequestDetails, credential: string | undefined): RequestContext | Promise<RequestContext>;
}
