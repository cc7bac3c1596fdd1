/** The kinds of values that environment variables have: how each is read, and what the message about a wrong one expects. */
import ipaddr from "ipaddr.js";
import { z } from "zod";

export function port() {
  return z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional()
    .describe("a port from 0 to 65535 (0 lets the system choose a free one)");
}

export function host() {
  return z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default("127.0.0.1")
    .describe("a host name or an IP address to listen on, such as 127.0.0.1 or 0.0.0.0");
}

export function count(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,8}$/)
    .transform(Number)
    .refine((number) => number >= least && number <= most)
    .optional()
    .describe(`a number from ${least} to ${most}`);
}

export function milliseconds(least: number) {
  return count(least, 999_999).describe(`milliseconds, from ${least} to 999999`);
}

export function url(protocols: readonly string[]) {
  return z
    .string()
    .refine((text) => isUrl(text, protocols))
    .optional();
}

export function listed(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== "");
}

export function isUrl(text: string, protocols: readonly string[]): boolean {
  const begins = protocols.some((protocol) => text.startsWith(protocol === "mailto:" ? protocol : `${protocol}//`));
  return begins && URL.canParse(text);
}

/** All four parts of an IPv4 address are required: the library takes "10/8" for 0.0.0.10/8. */
export const isNetwork = (text: string): boolean =>
  ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);

export function nameAndUrl(entry: string): [name: string, url: string] {
  const [name = "", ...url] = entry.split("=");
  return [name, url.join("=")];
}
