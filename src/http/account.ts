import type { FastifyReply } from "fastify";
import { GraphQLError } from "graphql";
import type { Viewer } from "../auth/viewer.js";
import type { Observer } from "../metrics/observer.js";
import { type Caller, groupOf } from "../operations/limits/cost-budgets.js";
import { type Allowance, type CostLimits, windowSeconds } from "../operations/limits/cost-limits.js";

/** The details of a request that an account needs. */
export interface AccountHolder {
  /** The name of the client by its address. */
  readonly client: string;
  /** The caller, if this server checked a credential. */
  readonly viewer?: Viewer;
  /** The caller, if another server checks credentials, as subgraphs do for a gateway; undefined without a valid credential. */
  caller?(): Promise<Caller | undefined>;
}

/** Charges the costs of one request. */
export interface Account {
  /**
   * Refuses a request before it is read, if its caller has spent its budget.
   *
   * @throws {GraphQLError} RATE_LIMITED
   */
  open(holder: AccountHolder): Promise<void>;
  /**
   * Charges the cost of an operation. Only the first operation of a request is refused, so that a file, whose pages are operations, is not cut off.
   *
   * @param cost the expected database time of the operation in milliseconds
   * @throws {GraphQLError} RATE_LIMITED
   */
  charge(holder: AccountHolder, cost: number): Promise<void>;
}

/** The cost of each request, in addition to its operation, which may cost nothing. */
const perRequest = 1;

/**
 * Makes the account of a request.
 *
 * @param limits undefined if callers have none, as behind a gateway, which has charged them already
 * @param reply gets the headers that report the rest of the budget; undefined for a WebSocket
 */
export function openAccount(
  limits: CostLimits | undefined,
  observer: Observer | undefined,
  reply?: FastifyReply,
): Account {
  let isFirst = true;
  return {
    async open(holder) {
      if (!limits) return;
      const spent = limits.spentBy(await callerOf(holder));
      if (!spent) return;
      observer?.cost(spent.group, "refused", perRequest);
      throw refusal(spent, reply);
    },
    async charge(holder, cost) {
      if (!limits && !observer) return; // a gateway would ask a subgraph for the caller's role
      const caller = await callerOf(holder);
      const allowance = await limits?.charge(caller, perRequest + cost);
      const isAllowed = !isFirst || allowance === undefined || allowance.isAllowed;
      isFirst = false;
      observer?.cost(caller.group, isAllowed ? "spent" : "refused", perRequest + cost);
      if (!allowance) return;
      if (!isAllowed) throw refusal(allowance, reply);
      report(allowance, reply);
    },
  };
}

async function callerOf(holder: AccountHolder): Promise<Caller> {
  const { client, viewer } = holder;
  if (viewer) return { name: viewer.author, group: groupOf(viewer.role) };
  return (await holder.caller?.()) ?? { name: client, group: "anonymous" };
}

export const isRateLimited = ({ extensions }: GraphQLError): boolean => extensions.code === "RATE_LIMITED";

function refusal(allowance: Allowance, reply: FastifyReply | undefined): GraphQLError {
  const { group, budget, resetsIn } = allowance;
  report(allowance, reply);
  if (reply && !reply.raw.headersSent) reply.header("retry-after", resetsIn);
  const message =
    `This client has used its budget of ${budget.toLocaleString("en")} ms of expected database time for this minute ` +
    `(budget "${group}"). Retry in ${resetsIn} s. docs/limits.md describes the cost of operations.`;
  const extensions = { code: "RATE_LIMITED", retryAfter: resetsIn, limit: { name: group, max: budget } };
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 429 } } });
}

/** The header of the IETF's draft "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers-10). */
function report({ group, budget, remaining, resetsIn }: Allowance, reply: FastifyReply | undefined): void {
  if (!reply || reply.raw.headersSent) return;
  reply.header("ratelimit-policy", `"${group}";q=${budget};qu="cost";w=${windowSeconds}`);
  reply.header("ratelimit", `"${group}";r=${remaining};t=${resetsIn}`);
}
