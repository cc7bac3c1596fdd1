import { mapAsyncIterator } from "@graphql-tools/utils";
import { type GraphQLFormattedError, OperationTypeNode } from "graphql";
import type { Dispatcher } from "undici";
import { timeHeader } from "../../http/headers/client.js";
import { consistencyHeader } from "../../http/headers/consistency.js";
import type { AskingContext } from "./context.js";
import { subgraphError, subgraphFailure } from "./errors.js";
import { eventsIn } from "./event-stream.js";
import { inFetch } from "./fetching/trace.js";
import { noteAnswer } from "./refusals.js";
import type { Answer, Question, Subgraph, SubgraphClient } from "./subgraph-client.js";

/** Milliseconds without a byte, after which a stream of events is taken for dead: a subgraph sends one every twelve seconds. */
const longestSilence = 30_000;

/** What a subgraph answered, once it is known to be an answer of GraphQL. */
interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * What asks a subgraph over HTTP.
 *
 * @param timeout milliseconds for one question; a request that is near its deadline allows less
 */
export function subgraphClient({ name, url }: Subgraph, dispatcher: Dispatcher, timeout: number): SubgraphClient {
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;

  const post = ({ query, variables }: Question, options: Partial<Dispatcher.RequestOptions>) =>
    dispatcher.request({
      ...options,
      origin,
      path,
      method: "POST",
      headers: { ...options.headers, "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });

  async function answerTo(question: Question, context: AskingContext, signal: AbortSignal): Promise<Body> {
    const { budget } = context;
    // A subgraph that is left nothing refuses by itself, as it does when the time is used up.
    const asked = { ...context.headers, [timeHeader]: String(Math.max(1, budget.left)) };
    return inFetch({ name, url }, asked, async (headers, noteStatus) => {
      const response = await post(question, { headers, signal });
      noteStatus(response.statusCode);
      budget.left -= Number(response.headers[timeHeader] ?? 0);
      const token = response.headers[consistencyHeader];
      if (typeof token === "string") context.written.token = token;
      const answer = toBody(await response.body.json());
      noteAnswer(context, response.statusCode, answer);
      return answer;
    });
  }

  return {
    async ask(question, context) {
      const { signal, deadline, log } = context;
      const end = new AbortController();
      let isLate = false;
      const left = Math.min(timeout, deadline - performance.now());
      const timer = setTimeout(
        () => {
          isLate = true;
          end.abort();
        },
        Math.max(0, left),
      );
      const hangUp = () => end.abort(); // the subgraph then cancels its queries too
      signal?.addEventListener("abort", hangUp);
      if (signal?.aborted) hangUp();
      try {
        return answerOf(name, await answerTo(question, context, end.signal));
      } catch (error) {
        if (!signal?.aborted) log.warn({ err: error, subgraph: name }, "a subgraph did not respond");
        return { errors: [subgraphFailure(name, isLate, question.kind === OperationTypeNode.MUTATION)] };
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", hangUp);
      }
    },

    async follow(question, { headers, log }) {
      const broken = (error: unknown) => {
        log.warn({ err: error, subgraph: name }, "a subgraph's stream of events was interrupted");
        return subgraphFailure(name, false);
      };
      const accept = { accept: "text/event-stream, application/json" };
      const options = { headers: { ...headers, ...accept }, bodyTimeout: longestSilence };
      const stream = await post(question, options).catch((error) => {
        throw broken(error);
      });
      if (!String(stream.headers["content-type"]).startsWith("text/event-stream")) {
        const { errors } = toBody(await stream.body.json().catch(broken));
        throw errors?.[0] ? subgraphError(name, errors[0]) : broken(new Error("It responded without events"));
      }
      return mapAsyncIterator(eventsIn(stream.body, broken), (result) => answerOf(name, toBody(result)));
    },
  };
}

const answerOf = (name: string, { data, errors = [] }: Body): Answer => ({
  data,
  errors: errors.map((error) => subgraphError(name, error)),
});

function toBody(body: unknown): Body {
  if (typeof body === "object" && body !== null && ("data" in body || ("errors" in body && Array.isArray(body.errors))))
    return body as Body; // our own subgraphs return the rest of this shape
  throw new Error("The response is not a GraphQL result");
}
