import type { IncomingMessage, ServerResponse } from "node:http";
import proxyAddr from "@fastify/proxy-addr";
import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { ClientGone } from "../../db/errors.js";

/** The header by which a gateway names the client to a subgraph. A server that clients reach directly ignores it. */
export const clientHeader = "standpoint-client";

/**
 * The name of a client by its address. For IPv6 only the first 64 bits count: one machine has all addresses of such a
 * network, and could otherwise act as any number of clients.
 */
function clientAt(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return "address:unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return `address:${parsed.toString()}`;
  const network = parsed.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `address:${ipaddr.fromByteArray(network).toString()}/64`;
}

/** The header by which a gateway marks an event, which waits for its turns without a limit; see RequestContext. */
export const eventHeader = "standpoint-event";

/**
 * In a request of a gateway: the milliseconds of database time that are left. In the response of a subgraph: the
 * milliseconds that it has used.
 */
export const timeHeader = "standpoint-database-time";

/** The details of a request that a gateway sends in headers. Empty if clients reach the server directly. */
export function toldByGateway(
  { headers }: Pick<IncomingMessage, "headers">,
  { isBehindGateway = false }: Clients,
): { timeLeft?: number; isEvent?: boolean } {
  if (!isBehindGateway) return {};
  const timeLeft = Number(headers[timeHeader] ?? Number.NaN);
  return { ...(timeLeft > 0 && { timeLeft }), isEvent: eventHeader in headers };
}

/** How a server identifies its clients. */
export interface Clients {
  /** Networks of reverse proxies (CIDRs), whose header X-Forwarded-For names the client; none by default. */
  readonly trustedProxies?: readonly string[];
  /** Whether requests come from a gateway, which names the client in a header. Nobody else may reach such a server. */
  readonly isBehindGateway?: boolean;
}

/** Makes the function that names the client of a request: by its address, or by the gateway's header. */
export function clientsBy(
  { trustedProxies = [], isBehindGateway = false }: Clients,
  log: Logger,
): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  const names = new LRUCache<string, string>({ max: 1_000 });
  let hasWarned = trustedProxies.length > 0;
  const warn = (): void => {
    hasWarned = true;
    log.warn(
      "requests have the header X-Forwarded-For, but TRUST_PROXY is not set: all clients of a proxy count as one",
    );
  };
  return (request) => {
    const named = isBehindGateway ? request.headers[clientHeader] : undefined;
    if (typeof named === "string") return named;
    if (!hasWarned && request.headers["x-forwarded-for"] !== undefined) warn(); // only once, since anybody can send the header
    const address = proxyAddr(request, isTrusted);
    const name = names.get(address) ?? clientAt(address);
    names.set(address, name);
    return name;
  };
}

/** One controller for each response: a file requests many pages, and each would add a listener. */
const endings = new WeakMap<ServerResponse, AbortController>();

/** The controller that is aborted, with ClientGone, when a client disconnects before the response is sent. */
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
