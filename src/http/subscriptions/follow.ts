import { isAsyncIterable, mapAsyncIterator } from "@graphql-tools/utils";
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
} from "graphql";
import type { CheckedOperation } from "../../operations/check-operation.js";
import type { RequestContext } from "../request-context.js";
import type { SubscriptionFront } from "./subscription-front.js";

/** What the context of a subscription is until it begins: what makes one for its start, and for each of its events. */
export interface ContextMaker {
  fresh(isEvent: boolean): Promise<RequestContext>;
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
    const { document, operationName, variableValues } = given; // as the client sent it
    const operation = { document, operationName, variables: { ...variableValues } };
    const errors = await checked(operation, context.value, front);
    if (errors.length > 0) return maskedResult({ errors }, front);
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

/** The errors for which a subscription is refused, also where they could not be looked for. */
async function checked(
  operation: CheckedOperation,
  context: RequestContext,
  { check }: SubscriptionFront,
): Promise<readonly GraphQLError[]> {
  try {
    return await check(operation, context);
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error })];
  }
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
