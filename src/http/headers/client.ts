import type { IncomingMessage, ServerResponse } from "node:http";
import proxyAddr from "@fastify/proxy-addr";
import ipaddr from "ipaddr.js";
import type { Logger } from "pino";
import { ClientGone } from "../../db/errors.js";
import { Recent } from "../../recent.js";

/** How a gateway tells a subgraph for which client it asks. A server that clients reach themselves does not look at it. */
export const clientHeader = "standpoint-client";

/**
 * The name of a client by its address. Of IPv6 only the first 64 bits count: one machine has all addresses of such a
 * network, and would otherwise be as many clients as it likes.
 */
function clientAt(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return "address:unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return `address:${parsed.toString()}`;
  const network = parsed.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `address:${ipaddr.fromByteArray(network).toString()}/64`;
}

/** How a gateway tells a subgraph that an event waits for its turns as long as it takes; see RequestContext. */
export const eventHeader = "standpoint-event";

/**
 * How a gateway tells a subgraph how many milliseconds of database time are left of a request's, and the subgraph in its
 * answer how many it has used.
 */
export const timeHeader = "standpoint-database-time";

/** What a gateway says of the request for which it asks. Nothing where clients reach the server themselves. */
export function toldByGateway(
  { headers }: Pick<IncomingMessage, "headers">,
  { isBehindGateway = false }: Clients,
): { timeLeft?: number; isEvent?: boolean } {
  if (!isBehindGateway) return {};
  const timeLeft = Number(headers[timeHeader] ?? Number.NaN);
  return { ...(timeLeft > 0 && { timeLeft }), isEvent: eventHeader in headers };
}

/** How a server learns who its clients are. */
export interface Clients {
  /** Networks of reverse proxies (CIDRs), whose header X-Forwarded-For names the client; none by default. */
  readonly trustedProxies?: readonly string[];
  /** Whether a gateway asks, which names the client in a header. Nobody else may reach such a server. */
  readonly isBehindGateway?: boolean;
}

/** Makes what names the client of a request: the one at its address, or the one for which a gateway asks. */
export function clientsBy(
  { trustedProxies = [], isBehindGateway = false }: Clients,
  log: Logger,
): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  const names = new Recent<string>(1_000);
  let hasWarned = trustedProxies.length > 0;
  const warn = (): void => {
    hasWarned = true;
    log.warn(
      "requests have the header X-Forwarded-For, and TRUST_PROXY is not set: all clients of a proxy count as one",
    );
  };
  return (request) => {
    const named = isBehindGateway ? request.headers[clientHeader] : undefined;
    if (typeof named === "string") return named;
    if (!hasWarned && request.headers["x-forwarded-for"] !== undefined) warn(); // once: anybody can send it
    const address = proxyAddr(request, isTrusted);
    return names.get(address, () => clientAt(address));
  };
}

/** One for each response: a file asks for many pages, and each would add a listener. */
const endings = new WeakMap<ServerResponse, AbortController>();

/** What is aborted, with ClientGone, when a client hangs up before its answer has been sent. */
export function endingOf(response: ServerResponse): AbortController {
  const ending = endings.get(response);
  if (ending) return ending;
  const gone = new AbortController();
  endings.set(response, gone);
  response.once("close", () => {
    if (!response.writableFinished) gone.abort(new ClientGone("The client has hung up"));
  });
  return gone;
}
