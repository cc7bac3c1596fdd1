import { type ExecutionRequest, type ExecutionResult, type Executor, mapAsyncIterator } from "@graphql-tools/utils";
import { type DocumentNode, type GraphQLFormattedError, print } from "graphql";
import type { Dispatcher } from "undici";
import { timeHeader } from "../http/client.js";
import type { GatewayContext } from "./gateway-context.js";
import { withConsequences } from "./gateway-error-places.js";
import { subgraphError, subgraphFailure } from "./gateway-errors.js";
import { eventsIn } from "./gateway-event-stream.js";
import { noteAnswer } from "./gateway-refusals.js";

export interface Subgraph {
  readonly name: string;
  /** Where it answers GraphQL over HTTP. */
  readonly url: string;
}

/** Milliseconds without a byte, after which a stream of events is taken for dead: a subgraph sends one every twelve seconds. */
const longestSilence = 30_000;

/** What a subgraph answered, once it is known to be an answer of GraphQL. */
interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * What asks a subgraph over HTTP. It never fails: a subgraph that is dead, too slow or says nothing of sense gives an
 * answer without data and with the error of `subgraphFailure`, so that only its own fields are lost.
 *
 * @param timeout milliseconds for one question; a request that is near its deadline allows less
 */
export function subgraphExecutor({ name, url }: Subgraph, dispatcher: Dispatcher, timeout: number): Executor {
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;

  const post = ({ document, variables }: ExecutionRequest, options: Partial<Dispatcher.RequestOptions>) =>
    dispatcher.request({
      ...options,
      origin,
      path,
      method: "POST",
      headers: { ...options.headers, "content-type": "application/json" },
      body: JSON.stringify({ query: print(document), variables }),
    });

  async function ask(request: ExecutionRequest, context: GatewayContext, signal: AbortSignal) {
    const { budget } = context;
    // A subgraph that is left nothing refuses by itself, as it does when the time is used up.
    const asked = { ...context.headers, [timeHeader]: String(Math.max(1, budget.left)) };
    const { body, statusCode, headers } = await post(request, { headers: asked, signal });
    budget.left -= Number(headers[timeHeader] ?? 0);
    const answer = toAnswer(await body.json());
    noteAnswer(context, statusCode, answer);
    return answer;
  }

  /** A subscription, as server-sent events: whoever follows it comes back with a cursor when it breaks off. */
  async function follow(request: ExecutionRequest, { headers, log }: GatewayContext) {
    const broken = (error: unknown) => {
      log.warn({ err: error, subgraph: name }, "a subgraph's events broke off");
      return subgraphFailure(name, false);
    };
    const accept = { accept: "text/event-stream, application/json" };
    const stream = await post(request, { headers: { ...headers, ...accept }, bodyTimeout: longestSilence }).catch(
      (error) => {
        throw broken(error);
      },
    );
    if (!String(stream.headers["content-type"]).startsWith("text/event-stream")) {
      const { errors } = toAnswer(await stream.body.json().catch(broken));
      throw errors?.[0] ? subgraphError(name, errors[0]) : broken(new Error("It answered without events"));
    }
    return mapAsyncIterator(eventsIn(stream.body, broken), (result) =>
      toldBy(name, toAnswer(result), request.document),
    );
  }

  return async (request: ExecutionRequest): Promise<ExecutionResult> => {
    const context: GatewayContext = request.context; // the gateway's front made it
    // What stitches the subgraphs together takes a stream here, though the type says an answer.
    if (request.operationType === "subscription") return (await follow(request, context)) as unknown as ExecutionResult;
    const left = Math.min(timeout, context.deadline - performance.now());
    const late = AbortSignal.timeout(Math.max(0, Math.floor(left)));
    // The subgraph then cancels its queries too.
    const signal = context.signal ? AbortSignal.any([late, context.signal]) : late;
    try {
      return toldBy(name, await ask(request, context, signal), request.document);
    } catch (error) {
      if (!context.signal?.aborted) context.log.warn({ err: error, subgraph: name }, "a subgraph did not answer");
      return { data: null, errors: [subgraphFailure(name, late.aborted, request.operationType === "mutation")] };
    }
  };
}

function toldBy(name: string, { data, errors }: Answer, document: DocumentNode): ExecutionResult {
  const told = errors?.map((error) => subgraphError(name, error)) ?? [];
  return { data, errors: data ? told : withConsequences(told, document) };
}

function toAnswer(body: unknown): Answer {
  if (typeof body === "object" && body !== null && ("data" in body || ("errors" in body && Array.isArray(body.errors))))
    return body as Answer; // what comes of one of our subgraphs has the rest of its form
  throw new Error("The answer is none of GraphQL");
}
