import type { DocumentNode, ExecutionResult } from "graphql";
import type { Context } from "../../context.js";
import type { CheckContext } from "../../operations/check/check-operation.js";
import type { Caller } from "../../operations/limits/cost-budgets.js";
import type { Account } from "../account.js";

/** What the log line of a request tells about its operation; filled in while it is processed. */
export interface RequestSummary {
  operation?: string;
  /** The name of the standard question that it is. */
  question?: string;
  kind?: string;
  codes?: string[];
  incidents?: string[];
}

/** What the server knows of a request by itself. */
export interface RequestDetails extends Pick<Context, "asOf" | "knownAt" | "requestId" | "log"> {
  /** The number of a change that the answer must see: see the header Standpoint-Consistency-Token. Undefined for none. */
  readonly atLeast?: number;
  /** Under which name the client takes turns, as long as no credential names it: see clientAt. */
  readonly client: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** The same, for what may end the request by itself; only where the client does not outlive the request. */
  readonly ending?: AbortController;
  /** The trace's context as the client sent it, as headers. */
  readonly traceContext?: Readonly<Record<string, string>>;
  /** Milliseconds of database time that a gateway leaves of the request's; the limit where there is none. */
  readonly timeLeft?: number;
  /** Milliseconds of database time that the request has used. */
  readonly spent?: () => number;
  /** Milliseconds that its queries have waited for their turns. */
  readonly waited?: () => number;
  /** Called once the operation is read and within the limits, before it is executed. */
  readonly operationRead?: (document: DocumentNode) => void;
  /** The result of the operation, where it has been executed already: see KnownQueries. */
  readonly executed?: ExecutionResult;
  /** Whether it waits for its turns as long as it takes, as an event of a subscription does: nobody could ask again for it. */
  readonly isEvent?: boolean;
  /** Whether the answer tells what the operation was expected to cost. */
  readonly tellsCost?: boolean;
  /** Where the cost of the operation is charged. */
  readonly account: Account;
  readonly summary: RequestSummary;
}

/** What resolvers get, with whatever else they need; the check before execution too. */
export interface RequestContext extends RequestDetails, CheckContext, Pick<Context, "viewer"> {
  /** Who the caller is, where others check credentials; undefined for a caller without a good one. */
  caller?(): Promise<Caller | undefined>;
}
