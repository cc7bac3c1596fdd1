import { setTimeout as after } from "node:timers/promises";
import { isAsyncIterable } from "@graphql-tools/utils";
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
} from "graphql";
import { passes } from "../../errors.js";
import type { CheckedOperation } from "../../operations/check/check-operation.js";
import type { RequestContext } from "../request/context.js";
import type { SubscriptionFront } from "./subscription-front.js";

/** The context of a subscription before it begins: it makes one context for the start, and one for each event. */
export interface ContextMaker {
  fresh(isEvent: boolean): Promise<RequestContext>;
  /** The expected database time of an event in milliseconds. */
  readonly cost: number;
}

type Followed = AsyncIterableIterator<ExecutionResult> | ExecutionResult;

/**
 * Milliseconds before each retry of an event that had a temporary error, such as an outage of the database: a minute in
 * all. A client that got an event without data would not request it again.
 */
const pauses = [250, 500, 1_000, 2_000, 4_000, ...Array(10).fill(5_000)];

/**
 * Like `subscribe` of graphql-js, but with a new context for each event, so that a revoked credential is refused with the next
 * event. Unexpected errors are masked. An error that ends the subscription is its last result.
 */
export function followWith(front: SubscriptionFront): (args: ExecutionArgs) => Promise<Followed> {
  const executed = async (
    args: ExecutionArgs,
    rootValue: unknown,
    context: RequestContext,
  ): Promise<ExecutionResult> => {
    const { document, operationName, variableValues = {} } = args;
    if (!front.execute) return execute({ ...args, rootValue, contextValue: context });
    return front.execute({ document, operationName, variables: { ...variableValues }, context, rootValue });
  };
  return async (execution) => {
    const maker = execution.contextValue as ContextMaker; // from both transports
    const context = await contextOrErrors(() => maker.fresh(false), front);
    if ("errors" in context) return maskedResult(context, front);
    const { document, operationName, variableValues } = execution;
    const operation = { document, operationName, variables: { ...variableValues } };
    const errors = await refusals(operation, maker.cost, context.value, front);
    if (errors.length > 0) return maskedResult({ errors }, front);
    const { subscribe } = front;
    const stream = subscribe
      ? await subscribe({ ...operation, context: context.value })
      : await createSourceEventStream({ ...execution, contextValue: context.value });
    if (!isAsyncIterable(stream)) return maskedResult(stream, front);
    const ended = front.observer?.follower();
    return eventResults(
      stream[Symbol.asyncIterator](),
      async (event) => {
        const eventContext = await contextOrErrors(() => maker.fresh(true), front);
        const result = "errors" in eventContext ? eventContext : await executed(execution, event, eventContext.value);
        return { result: maskedResult(result, front), isLast: "errors" in eventContext };
      },
      { ...front, ended },
    );
  };
}

/** The errors that refuse a subscription, including a failure of the check itself. */
async function refusals(
  operation: CheckedOperation,
  cost: number,
  context: RequestContext,
  { check }: SubscriptionFront,
): Promise<readonly GraphQLError[]> {
  try {
    await context.account.charge(context, cost);
    return await check(operation, context);
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error })];
  }
}

interface Told {
  readonly result: ExecutionResult;
  /** Whether it is the last result. */
  readonly isLast: boolean;
}

/** The results of a source's events. It ends at once when its consumer returns, and never throws. */
function eventResults(
  source: AsyncIterator<unknown>,
  tell: (event: unknown) => Promise<Told>,
  front: Pick<SubscriptionFront, "mask"> & { readonly ended?: () => void },
): AsyncIterableIterator<ExecutionResult> {
  const end = new AbortController();
  end.signal.addEventListener("abort", () => front.ended?.());
  const done = { done: true, value: undefined } as const;
  // Do not wait for the source's next event, whatever its `return` does.
  const ended = new Promise<typeof done>((resolve) => end.signal.addEventListener("abort", () => resolve(done)));
  const last = async (result: ExecutionResult) => {
    end.abort();
    await source.return?.();
    return { done: false, value: result } as const;
  };
  return {
    async next() {
      if (end.signal.aborted) return done;
      try {
        const event = await Promise.race([source.next(), ended]);
        if (event.done) {
          end.abort();
          return done;
        }
        const { result, isLast } = await toldInTheEnd(() => tell(event.value), end.signal);
        return isLast ? await last(result) : { done: false, value: result };
      } catch (error) {
        if (end.signal.aborted) return done;
        const { message, extensions } = formatted(error, front);
        return await last({ errors: [new GraphQLError(message, { extensions })] });
      }
    },
    return() {
      end.abort();
      void source.return?.().catch(() => undefined); // the subscription is over, so a failure does not matter
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Retries an event with a temporary error, after a pause. After the last attempt, its result ends the subscription. */
async function toldInTheEnd(tell: () => Promise<Told>, signal: AbortSignal): Promise<Told> {
  for (const pause of pauses) {
    const outcome = await tell();
    if (!outcome.result.errors?.some(passes)) return outcome;
    await after(pause, undefined, { signal });
  }
  return { ...(await tell()), isLast: true };
}

async function contextOrErrors(
  fresh: () => Promise<RequestContext>,
  front: Pick<SubscriptionFront, "mask">,
): Promise<{ value: RequestContext } | { errors: GraphQLError[] }> {
  try {
    return { value: await fresh() };
  } catch (error) {
    const { message, extensions } = formatted(error, front);
    return { errors: [new GraphQLError(message, { extensions })] };
  }
}

/** The error for clients: an unexpected error is masked and logged. */
export function formatted(error: unknown, { mask }: Pick<SubscriptionFront, "mask">): GraphQLFormattedError {
  return error instanceof GraphQLError ? error : mask({ message: "" }, error);
}

/** The result for clients: unexpected errors are masked and logged. */
export function maskedResult(result: ExecutionResult, { mask }: Pick<SubscriptionFront, "mask">): ExecutionResult {
  const errors = result.errors?.map((error) => {
    const formatted = error.toJSON();
    // Leaves out the HTTP status, as Apollo Server does in other responses.
    const all: Record<string, unknown> = { code: "INTERNAL_SERVER_ERROR", ...formatted.extensions };
    const { http: _, ...extensions } = all;
    const masked = mask({ ...formatted, extensions }, error);
    return new GraphQLError(masked.message, { nodes: error.nodes, path: error.path, extensions: masked.extensions });
  });
  return errors ? { ...result, errors } : result;
}
