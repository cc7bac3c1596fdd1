import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { OperationCheck } from "../../operations/check-operation.js";
import type { Limits } from "../limits.js";
import type { KnownOfRequest, RequestContext } from "../request-context.js";

/** What both transports of subscriptions need of the front that they belong to. */
export interface SubscriptionFront {
  readonly schema: GraphQLSchema;
  readonly check: OperationCheck;
  readonly limits: Limits;
  readonly mask: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  context(known: KnownOfRequest, credential: string | undefined): RequestContext | Promise<RequestContext>;
}
