import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import type { WebhookNetworks } from "./webhook-url.js";
import { hostOf } from "./webhook-url.js";

/** There is no address to ask: the host's name is unknown, or all its addresses are refused. The error does not say which. */
export class NoAddress extends Error {
  override readonly name = "NoAddress";
}

/** Finds all addresses of a name, as `dns.lookup` does. */
export type LookupAll = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * What connects to webhooks, and to nothing that the networks do not admit. That is looked at where the connection is made,
 * with the very address that it is made to: a name that leads elsewhere by then gains nothing. It asks no proxy.
 */
export function webhookAgent(networks: WebhookNetworks, lookupAll: LookupAll = systemLookup): Agent {
  const connectors = new Map(
    ["http:", "https:"].map((protocol) => {
      const lookup = admittedLookup((address) => networks.admits(address, protocol), lookupAll);
      return [protocol, buildConnector({ lookup })];
    }),
  );
  return new Agent({
    // A connection for each message: one that was kept may be closed by the time of the next, which would fail for nothing.
    pipelining: 0,
    connect(options, callback) {
      const { protocol } = options;
      const host = hostOf(options);
      const connector = connectors.get(protocol);
      // An address in place of a name is never looked up.
      if (!connector || (isIP(host) !== 0 && !networks.admits(host, protocol))) callback(new NoAddress(), null);
      else connector(options, callback);
    },
  });
}

/** A lookup that gives only the addresses that are admitted, and fails where none is. */
function admittedLookup(isAdmitted: (address: string) => boolean, lookupAll: LookupAll): LookupFunction {
  return (hostname, options, callback) => {
    lookupAll(hostname, { ...options, all: true }, (error, found) => {
      const admitted = error ? [] : found.filter(({ address }) => isAdmitted(address));
      const [first] = admitted;
      if (!first) callback(new NoAddress(), []);
      else if (options.all) callback(null, admitted);
      else callback(null, first.address, first.family);
    });
  };
}
