import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Which addresses webhooks may be sent to. */
export interface WebhookNetworks {
  /** Whether the operator allows any network by itself, where http will do as well. */
  readonly any: boolean;
  /** Whether an address may be asked by a protocol, such as "https:". What is no address may not. */
  admits(address: string, protocol: string): boolean;
}

/**
 * By https every public address, and those in the networks that the operator allows; by http the latter only.
 *
 * @param allowed CIDRs such as "10.0.0.0/8" or "fd00::/8", well-formed
 */
export function webhookNetworks(allowed: readonly string[]): WebhookNetworks {
  const networks = allowed.map((network) => ipaddr.parseCIDR(network));
  const isAllowed = (address: Address): boolean =>
    networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
  return {
    any: networks.length > 0,
    admits(text, protocol) {
      if (!ipaddr.isValid(text)) return false;
      // An IPv4 address that is written as an IPv6 one is looked at as what it is.
      const address = ipaddr.process(text);
      return isAllowed(address) || (protocol === "https:" && isPublic(address));
    },
  };
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address is anybody's on the internet. Of IPv6 only what is given out for that (RFC 4291, 2.4), so that what
 * embeds an IPv4 address (NAT64, IPv4-compatible, 6to4, Teredo) leads nowhere.
 */
const isPublic = (address: Address): boolean =>
  address.range() === "unicast" && (address.kind() === "ipv4" || address.match(globalUnicast));

const longest = 2_000;

/**
 * What is wrong with the address of a webhook, for people; undefined where nothing is, as far as the text tells. Where its
 * name leads is seen when it is asked.
 *
 * @param networks the networks that the operator allows, as CIDRs
 */
export function webhookUrlProblem(text: string, networks: readonly string[]): string | undefined {
  if (text.length > longest) return `has ${text.length} characters; at most ${longest} are allowed`;
  if (!URL.canParse(text)) return "is not a URL: write a complete URL, such as https://example.org/hook";
  const url = new URL(text);
  return formProblem(url, text) ?? hostProblem(url, webhookNetworks(networks));
}

function formProblem({ protocol, username, password }: URL, text: string): string | undefined {
  if (protocol !== "https:" && protocol !== "http:") return `must begin with https://, but begins with ${protocol}`;
  if (username !== "" || password !== "")
    return "contains a user name or a password: remove it, since deliveries are signed";
  if (text.includes("#")) return "has a fragment (#…), which is never sent: remove it";
  return undefined;
}

function hostProblem(url: URL, networks: WebhookNetworks): string | undefined {
  const { protocol } = url;
  if (protocol === "http:" && !networks.any) return "must begin with https://, because http is not encrypted";
  const host = hostOf(url);
  if (isIP(host) === 0 || networks.admits(host, protocol)) return undefined;
  return networks.admits(host, "https:")
    ? "must begin with https://: http is allowed only for the networks that this server's operator allows"
    : "is a private address, to which this server does not send deliveries";
}

/** The host as addresses are written elsewhere: an IPv6 address without its brackets. */
export const hostOf = ({ hostname }: Pick<URL, "hostname">): string => hostname.replace(/^\[(.*)\]$/, "$1");
