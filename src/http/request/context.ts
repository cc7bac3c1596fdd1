import type { DocumentNode, ExecutionResult } from "graphql";
import type { Context } from "../../context.js";
import type { CheckContext } from "../../operations/check/check-operation.js";
import type { Caller } from "../../operations/limits/cost-budgets.js";
import type { Account } from "../account.js";

/** The operation's part of a request's log line; filled in while the request is processed. */
export interface RequestSummary {
  operation?: string;
  /** The name of the standard question, if the operation is one. */
  question?: string;
  kind?: string;
  codes?: string[];
  incidents?: string[];
}

/** The details of a request that its headers and the server's state give. */
export interface RequestDetails extends Pick<Context, "asOf" | "knownAt" | "requestId" | "log"> {
  /** The number of a change that the database must have: see the header Standpoint-Consistency-Token. Undefined for none. */
  readonly atLeast?: number;
  /** The name of the client for turns, unless a credential names it: see clientAt. */
  readonly client: string;
  /** Aborted when the client no longer waits for the response. */
  readonly signal?: AbortSignal;
  /** The controller of `signal`, by which the server ends the request; only if the client's connection ends with the request. */
  readonly ending?: AbortController;
  /** The context of the client's trace, as headers. */
  readonly traceContext?: Readonly<Record<string, string>>;
  /** Milliseconds of database time that a gateway leaves for the request; the server's limit when left out. */
  readonly timeLeft?: number;
  /** Milliseconds of database time that the request has used. */
  readonly spent?: () => number;
  /** Milliseconds that its queries have waited for their turns. */
  readonly waited?: () => number;
  /** Called after the operation is read and checked, before it is executed. */
  readonly operationRead?: (document: DocumentNode) => void;
  /** The result of the operation, if it was executed already: see KnownQueries. */
  readonly executed?: ExecutionResult;
  /** Whether it waits for its turns without a limit, like an event of a subscription, which no client can repeat. */
  readonly isEvent?: boolean;
  /** Whether the response has the expected cost of the operation. */
  readonly tellsCost?: boolean;
  /** The account to charge for the operation. */
  readonly account: Account;
  readonly summary: RequestSummary;
}

/** The context of resolvers, and of the check before execution. */
export interface RequestContext extends RequestDetails, CheckContext, Pick<Context, "viewer"> {
  /** The caller, if other servers check credentials; undefined without a valid credential. */
  caller?(): Promise<Caller | undefined>;
}
