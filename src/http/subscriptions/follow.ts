import { isAsyncIterable, mapAsyncIterator } from "@graphql-tools/utils";
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
} from "graphql";
import type { SubscriptionFront } from "./subscription-front.js";

/** What the context of a subscription is until it begins: what makes one for its start, and for each of its events. */
export interface ContextMaker {
  fresh(isEvent: boolean): Promise<unknown>;
}

type Followed = AsyncGenerator<ExecutionResult> | ExecutionResult;

/**
 * As `subscribe` of graphql-js, with a context of its own for each event: what a request has loaded is kept on its context,
 * and an event must not be told with what was read for an earlier one. Whoever may no longer ask hears of it with the next.
 * Errors that were not meant for clients are masked.
 */
export function followWith(front: SubscriptionFront): (args: ExecutionArgs) => Promise<Followed> {
  return async (given) => {
    const maker = given.contextValue as ContextMaker; // what the two transports give
    const rewritten = front.rewrite?.(given.document, given.operationName ?? undefined, given.variableValues ?? {});
    const args = { ...given, document: rewritten?.document ?? given.document };
    const restore = (result: ExecutionResult) => rewritten?.restore(result) ?? result;
    const context = await contextOrErrors(() => maker.fresh(false), front);
    if ("errors" in context) return maskedResult(context, front);
    const stream = await createSourceEventStream({ ...args, contextValue: context.value });
    if (!isAsyncIterable(stream)) return restore(maskedResult(stream, front));
    const source = stream[Symbol.asyncIterator]();
    const results = mapAsyncIterator(source, async (rootValue) => {
      const own = await contextOrErrors(() => maker.fresh(true), front);
      if ("errors" in own) await source.return?.();
      const result = "errors" in own ? own : await execute({ ...args, rootValue, contextValue: own.value });
      return restore(maskedResult(result, front));
    });
    return results as AsyncGenerator<ExecutionResult>; // the source's own methods, mapped
  };
}

async function contextOrErrors(
  fresh: () => Promise<unknown>,
  front: Pick<SubscriptionFront, "mask">,
): Promise<{ value: unknown } | { errors: GraphQLError[] }> {
  try {
    return { value: await fresh() };
  } catch (error) {
    const { message, extensions } = formatted(error, front);
    return { errors: [new GraphQLError(message, { extensions })] };
  }
}

/** An error as clients may read it: one that was not meant for them is masked and logged. */
export function formatted(error: unknown, { mask }: Pick<SubscriptionFront, "mask">): GraphQLFormattedError {
  return error instanceof GraphQLError ? error : mask({ message: "" }, error);
}

/** A result whose errors clients may see: those that were not meant for them are masked and logged. */
export function maskedResult(result: ExecutionResult, { mask }: Pick<SubscriptionFront, "mask">): ExecutionResult {
  const errors = result.errors?.map((error) => {
    const formatted = error.toJSON();
    // The status of HTTP that it would have had is no client's affair: Apollo Server takes it out of other answers.
    const all: Record<string, unknown> = { code: "INTERNAL_SERVER_ERROR", ...formatted.extensions };
    const { http: _, ...extensions } = all;
    const told = mask({ ...formatted, extensions }, error);
    return new GraphQLError(told.message, { nodes: error.nodes, path: error.path, extensions: told.extensions });
  });
  return errors ? { ...result, errors } : result;
}
