import type { IncomingMessage } from "node:http";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { OperationCheck } from "../../operations/check-operation.js";
import type { ClientTurns } from "../client-turns.js";
import type { Limits } from "../limits.js";
import type { KnownOfRequest, RequestContext } from "../request-context.js";
import type { Rewrite } from "../rewrite.js";

/** What both transports of subscriptions need of the front that they belong to. */
export interface SubscriptionFront {
  readonly schema: GraphQLSchema;
  readonly check: OperationCheck;
  readonly limits: Limits;
  readonly turns: ClientTurns;
  /** The name of the client that sends a request. */
  clientOf(request: IncomingMessage): string;
  readonly rewrite?: Rewrite;
  readonly mask: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly checkCredential?: (context: RequestContext) => Promise<void>;
  context(known: KnownOfRequest, credential: string | undefined): RequestContext | Promise<RequestContext>;
}
