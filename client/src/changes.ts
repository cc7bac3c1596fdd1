import { type Client, pause } from "./client.js";
import { errorFor, NetworkError } from "./errors.js";

/** A change, as `selection` selects it. */
export interface ChangeEvent {
  /** Where the feed goes on after this change. */
  readonly cursor: string;
  readonly action: string;
  readonly kind: string;
  readonly entityId: string | null;
  readonly [field: string]: unknown;
}

export interface FollowOptions {
  /** The cursor of the last change that was seen; from now on when left out, from the beginning when null. */
  readonly after?: string | null;
  /** Fields of `Change` besides `cursor action kind entityId`, in GraphQL. */
  readonly selection?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds between two looks, where events cannot be streamed; 5,000 by default. */
  readonly every?: number;
}

const fields = "cursor action kind entityId";
/** Milliseconds until a broken stream is opened again; doubled with each failure in a row, up to a minute. */
const firstWait = 500;
const longestWait = 60_000;

/**
 * The changes of the record, one after the other, without end. Goes on after the last cursor when a connection breaks, so
 * nothing is missed and nothing comes twice. Where the server or a proxy does not stream events, it looks now and then.
 *
 * @throws {StandpointError} when the server refuses the request; an aborted signal ends it without an error
 */
export async function* followChanges(client: Client, options: FollowOptions = {}): AsyncGenerator<ChangeEvent, void> {
  const { signal, every = 5_000, selection = "" } = options;
  let after = options.after === undefined ? await newestCursor(client) : options.after;
  let failures = 0;
  // A subscription has no cursor for the beginning of the feed, so what came before is read in pages.
  let streams = true;
  /** Decides how it goes on after an error; throws what cannot be mended by trying again. */
  const recover = async (error: unknown): Promise<void> => {
    if (error instanceof NotStreamed) streams = false;
    else if (!(error instanceof NetworkError)) throw error;
    else await pause(Math.min(firstWait * 2 ** failures++, longestWait), signal).catch(() => undefined);
  };
  while (!signal?.aborted) {
    try {
      const source: Source = streams && after !== null ? streamed : paged;
      for await (const change of source(client, after, selection, signal)) {
        failures = 0;
        after = change.cursor;
        yield change;
      }
      if (!streams || after === null) await pause(every, signal);
    } catch (error) {
      if (signal?.aborted) return;
      await recover(error);
    }
  }
}

/** The answer to a subscription was no stream of events. */
class NotStreamed extends Error {}

type Source = (
  client: Client,
  after: string | null,
  selection: string,
  signal: AbortSignal | undefined,
) => AsyncGenerator<ChangeEvent>;

/** The changes as server-sent events, until the connection ends. */
const streamed: Source = async function* (client, after, selection, signal) {
  const query = `subscription ($after: String) { changes(after: $after) { ${fields} ${selection} } }`;
  const response = await client
    .fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify({ query, variables: { after } }),
      ...(signal && { signal }),
    })
    .catch((error: unknown) => {
      throw new NetworkError(String(error));
    });
  if (!response.headers.get("content-type")?.startsWith("text/event-stream") || !response.body) throw new NotStreamed();
  for await (const { event, data } of eventsIn(response.body)) {
    if (event === "complete") return;
    if (event !== "next") continue;
    const result = JSON.parse(data);
    if (result.errors) throw errorFor(result.errors, result.data, response.status);
    yield result.data.changes;
  }
  throw new NetworkError("The stream of events broke off");
};

/** The changes there are by now, page by page. */
const paged: Source = async function* (client, after, selection, signal) {
  const query = `query ($after: String) {
    changes(after: $after, first: 100) { nodes { ${fields} ${selection} } pageInfo { hasNextPage endCursor } }
  }`;
  let cursor = after;
  let hasNextPage = true;
  while (hasNextPage) {
    const options = signal ? { signal } : {};
    const { changes } = await client.request<Feed, { after: string | null }>(query, { after: cursor }, options);
    yield* changes.nodes;
    cursor = changes.pageInfo.endCursor ?? cursor;
    hasNextPage = changes.pageInfo.hasNextPage;
  }
};

interface Feed {
  readonly changes: {
    readonly nodes: readonly ChangeEvent[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The cursor of the newest change; null where there is none. */
async function newestCursor(client: Client): Promise<string | null> {
  const { latestChange } = await client.request<{ latestChange: { cursor: string } | null }>(
    "{ latestChange { cursor } }",
  );
  return latestChange?.cursor ?? null;
}

/** The events of a stream in the form text/event-stream. */
async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<{ event: string; data: string }> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = "";
  try {
    while (true) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw new NetworkError(String(error));
      });
      if (done) return;
      text += value;
      const events = text.split(/\r?\n\r?\n/);
      text = events.pop() ?? "";
      for (const one of events) {
        const lines = one.split(/\r?\n/);
        const valuesOf = (field: string) =>
          lines
            .filter((line) => line.startsWith(`${field}:`))
            .map((line) => line.slice(field.length + 1).replace(/^ /, ""));
        yield { event: valuesOf("event").at(-1) ?? "message", data: valuesOf("data").join("\n") };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
