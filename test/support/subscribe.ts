import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

type Headers = Readonly<Record<string, string>>;

/** All that a server at an address sends of a subscription as server-sent events, as it is sent. */
export async function overEventStream(address: string, query: string, headers: Headers) {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { accept: "text/event-stream", "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

/** The first that it tells over WebSocket: a result, or the errors of a message `error`, with which it refuses the operation alone. */
export async function overWebSocket(address: string, query: string, headers: Headers) {
  const client = createClient({
    url: `${address.replace("http", "ws")}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers });
      }
    },
    retryAttempts: 0,
  });
  try {
    return { result: (await client.iterate({ query }).next()).value };
  } catch (refusal) {
    return { refusal };
  } finally {
    await client.dispose();
  }
}

const reason = "applies only to queries: a subscription always uses the current record. Omit it";

/** How every transport refuses a subscription with the header Standpoint-Known-At. */
export const refusedMoment = {
  message: `The header Standpoint-Known-At ${reason}.`,
  extensions: { code: "BAD_USER_INPUT", fields: [{ path: "Standpoint-Known-At", reason }] },
};
