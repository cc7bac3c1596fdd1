import type { Readable } from "node:stream";

/**
 * The results in a stream of server-sent events by the protocol of graphql-sse, in its distinct connections mode. They are
 * read on demand, so that a client that does not read blocks the subgraph, which disconnects it. Rejected: the client of
 * graphql-sse, which reads ahead without a limit.
 *
 * @param broken makes the error for a stream that ends without the event `complete`
 */
export function eventsIn(body: Readable, broken: (cause: unknown) => Error): AsyncIterableIterator<unknown, void> {
  const results = read(body);
  let hasReturned = false;
  const iterator: AsyncIterableIterator<unknown, void> = {
    async next() {
      try {
        return await results.next();
      } catch (error) {
        if (hasReturned) return { done: true, value: undefined };
        throw broken(error);
      }
    },
    async return() {
      hasReturned = true;
      body.destroy(); // a pending read ends
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

async function* read(body: Readable): AsyncGenerator<unknown, void> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const messages = text.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) {
      const { event, data } = fieldsOf(message);
      if (event === "complete") return;
      if (event === "next") yield JSON.parse(data);
    }
  }
  throw new Error("The stream of events ended without `complete`");
}

/** An event's name and data, which our servers write on a line each; a comment has neither. */
function fieldsOf(message: string): { event: string; data: string } {
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(message)?.[1] ?? "";
  return { event: line("event"), data: line("data") };
}
