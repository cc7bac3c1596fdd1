import type { IncomingMessage, ServerResponse } from "node:http";
import ipaddr from "ipaddr.js";
import { ClientGone } from "../db/errors.js";

/** How a gateway tells a subgraph for which client it asks. A server that clients reach themselves does not look at it. */
export const clientHeader = "standpoint-client";

/**
 * The name of a client by its address. Of IPv6 only the first 64 bits count: one machine has all addresses of such a
 * network, and would otherwise be as many clients as it likes.
 */
export function clientAt(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return "address:unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return `address:${parsed.toString()}`;
  const network = parsed.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `address:${ipaddr.fromByteArray(network).toString()}/64`;
}

/** The client for which a gateway asks; that at the address where it names none. */
export function clientThrough({ headers }: Pick<IncomingMessage, "headers">, address: string | undefined): string {
  const named = headers[clientHeader];
  return typeof named === "string" && named !== "" ? named : clientAt(address);
}

/** What is aborted, with ClientGone, when a client hangs up before its answer has been sent. */
export function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort(new ClientGone("The client has hung up"));
  });
  return gone.signal;
}
