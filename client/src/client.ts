import type { Document } from "./document.js";
import { errorFor, type GraphQLProblem, NetworkError } from "./errors.js";

export interface ClientOptions {
  /** The server's address, such as "https://standpoint.example.org"; the API is at `/graphql` there. */
  readonly url: string | URL;
  /** An API key or a token, sent as `Authorization: Bearer …`. Not needed to read. */
  readonly token?: string;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** How often a query is sent again when the server cannot answer now; 2 by default. Mutations never are. */
  readonly retry?: number;
  /** The day, as YYYY-MM-DD, on which everything stands; today by default. */
  readonly asOf?: string;
  /** The moment, in RFC 3339, as of which the record is read; now by default. */
  readonly knownAt?: string;
}

export interface RequestOptions {
  /** Ends the request when it is aborted. */
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Variables may be left out where the operation needs none. */
export type VariablesOf<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: RequestOptions]
    : [variables: Variables, options?: RequestOptions];

export interface Client {
  /**
   * Sends an operation and resolves with its data.
   *
   * @throws {StandpointError} of the class that the error's code names, with the data that was answered all the same
   */
  request<Result, Variables = Record<string, unknown>>(
    document: Document<Result, Variables>,
    ...rest: VariablesOf<Variables>
  ): Promise<Result>;
  /** Sends a request to an address of the server, with the client's headers; for what is not GraphQL, and for streams. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** Milliseconds before the first retry; each further one waits twice as long. */
const firstWait = 300;
/** Statuses at which a request may succeed a little later. */
const passing: readonly number[] = [429, 502, 503, 504];

/** By it the answer to a mutation names what was written; a request that sends it back is answered with that. */
const consistency = "standpoint-consistency-token";

/** Makes a client of a server. All that it keeps between requests is the token of its last write, so that it reads that. */
export function createClient(options: ClientOptions): Client {
  const { url, token, headers = {}, retry = 2, asOf, knownAt } = options;
  const base = String(url).replace(/\/(graphql\/?)?$/, "");
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  const common: Record<string, string> = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(asOf !== undefined && { "standpoint-as-of": asOf }),
    ...(knownAt !== undefined && { "standpoint-known-at": knownAt }),
    ...headers,
  };

  let written = 0;

  const fetchFrom = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const own = init.headers as Record<string, string>;
    const response = await send(`${base}${path}`, {
      ...init,
      headers: { ...common, ...(written > 0 && { [consistency]: String(written) }), ...own },
    });
    // The greatest: answers to writes at once may come in another order.
    written = Math.max(written, Number(response.headers.get(consistency)));
    return response;
  };

  return {
    fetch: fetchFrom,
    async request<Result, Variables>(document: Document<Result, Variables>, ...rest: VariablesOf<Variables>) {
      const [variables, { signal, headers: own } = {}] = rest;
      const query = document.toString();
      const init: RequestInit = {
        method: "POST",
        body: JSON.stringify({ query, variables }),
        headers: {
          "content-type": "application/json",
          accept: "application/graphql-response+json, application/json;q=0.9",
          ...own,
        },
        ...(signal && { signal }),
      };
      const response = await sendAgain(() => fetchFrom("/graphql", init), isMutation(query) ? 0 : retry, signal);
      return resultOf<Result>(response);
    },
  };
}

/** Whether an operation writes, as far as can be told without a parser; only what surely does not is sent again. */
const isMutation = (query: string): boolean => /\bmutation\b/.test(query);

async function sendAgain(
  send: () => Promise<Response>,
  times: number,
  signal: AbortSignal | undefined,
): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    let response: Response | undefined;
    let failure: unknown;
    try {
      response = await send();
      if (!passing.includes(response.status) || attempt >= times) return response;
    } catch (error) {
      if (signal?.aborted) throw error;
      failure = error;
    }
    if (attempt >= times) throw new NetworkError(`The server cannot be reached: ${messageOf(failure)}`);
    await response?.body?.cancel();
    await pause(secondsToWait(response) * 1000 || firstWait * 2 ** attempt, signal);
  }
}

const secondsToWait = (response: Response | undefined): number => {
  const seconds = Number(response?.headers.get("retry-after"));
  return Number.isFinite(seconds) ? Math.min(seconds, 60) : 0;
};

/** Resolves after some milliseconds; rejects when the signal is aborted. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, milliseconds);
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end, { once: true });
  });
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

async function resultOf<Result>(response: Response): Promise<Result> {
  const text = await response.text();
  let result: { data?: Result | null; errors?: readonly GraphQLProblem[] };
  try {
    result = JSON.parse(text);
  } catch {
    const what = `status ${response.status} and no JSON: ${text.slice(0, 100)}`;
    throw new NetworkError(`This is no answer of a Standpoint server: ${what}`, [], undefined, response.status);
  }
  if (result.errors?.length) throw errorFor(result.errors, result.data ?? undefined, response.status);
  if (result.data == null) throw new NetworkError("The answer has no data", [], undefined, response.status);
  return result.data;
}
