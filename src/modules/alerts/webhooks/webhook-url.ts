import { isIP } from "node:net";
import { type WebhookNetworks, webhookNetworks } from "./webhook-networks.js";

const longest = 2_000;

/**
 * What is wrong with the address of a webhook, for people; undefined where nothing is, as far as the text tells. Where its
 * name leads is seen when it is asked.
 *
 * @param networks the networks that the operator allows, as CIDRs
 */
export function webhookUrlProblem(text: string, networks: readonly string[]): string | undefined {
  if (text.length > longest) return `has ${text.length} characters, and may have ${longest} at most`;
  if (!URL.canParse(text)) return "is not a URL: write it whole, such as https://example.org/hook";
  const url = new URL(text);
  return formProblem(url, text) ?? hostProblem(url, webhookNetworks(networks));
}

function formProblem({ protocol, username, password }: URL, text: string): string | undefined {
  if (protocol !== "https:" && protocol !== "http:") return `must begin with https://, and begins with ${protocol}`;
  if (username !== "" || password !== "")
    return "has a user or a password in it: deliveries are signed, and nobody needs one";
  if (text.includes("#")) return "has a fragment (#…), which is never sent: leave it out";
  return undefined;
}

function hostProblem(url: URL, networks: WebhookNetworks): string | undefined {
  const { protocol } = url;
  if (protocol === "http:" && !networks.any) return "must begin with https://: what is sent by http can be read";
  const host = hostOf(url);
  if (isIP(host) === 0 || networks.admits(host, protocol)) return undefined;
  return networks.admits(host, "https:")
    ? "must begin with https://: by http only the networks that this server's operator allows are asked"
    : "leads to a private address, which this server does not ask";
}

/** The host as addresses are written elsewhere: an IPv6 address without its brackets. */
export const hostOf = ({ hostname }: Pick<URL, "hostname">): string => hostname.replace(/^\[(.*)\]$/, "$1");
