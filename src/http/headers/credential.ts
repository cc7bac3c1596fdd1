import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";
import { holdsApiKey } from "../../auth/api-key.js";
import { unauthenticated } from "../../auth/refusals.js";

/**
 * The credential in the header Authorization; undefined without the header, or if it is empty, as from clients that have no
 * token yet.
 *
 * @throws {GraphQLError} UNAUTHENTICATED for several headers, or one that is not `Bearer …`
 */
export function readCredential({ rawHeaders }: Pick<IncomingMessage, "rawHeaders">): string | undefined {
  // Node keeps only the first of several headers, and a proxy that checks credentials may have checked another one.
  const headerValues = rawHeaders.filter(
    (_, index) => rawHeaders[index - 1]?.toLowerCase() === "authorization" && index % 2,
  );
  if (headerValues.length > 1) throw unauthenticated("The request has several Authorization headers; send one.");
  const [header = ""] = headerValues;
  return header.trim() === "" ? undefined : credentialIn(header);
}

/**
 * The credential in the value of the header Authorization.
 *
 * @throws {GraphQLError} UNAUTHENTICATED if the value is not `Bearer …`
 */
export function credentialIn(header: string): string {
  const [, credential] = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header.trim()) ?? [];
  if (credential === undefined)
    throw unauthenticated("The header Authorization must be `Bearer`, followed by an API key or a token.");
  return credential;
}

/** Common names of parameters for credentials, without separators between words. */
const names: ReadonlySet<string> = new Set([
  "accesstoken",
  "apikey",
  "auth",
  "authorization",
  "bearer",
  "bearertoken",
  "credential",
  "idtoken",
  "jwt",
  "key",
  "token",
  "xapikey",
]);

/**
 * Refuses a credential in the address, which browsers, proxies and logs keep.
 *
 * @param query the address's parameters
 * @throws {GraphQLError} BAD_REQUEST, naming the parameter and not its value
 */
export function refuseCredentialInAddress(query: unknown): void {
  const parameters = typeof query === "object" && query !== null ? Object.entries(query) : [];
  const parameter = parameters.find(
    ([name, value]) => names.has(name.toLowerCase().replace(/[^a-z]/g, "")) || holdsApiKey(String(value)),
  );
  if (!parameter) return;
  const message =
    `The parameter \`${parameter[0].slice(0, 50)}\` contains a credential, or looks like one. Credentials in the address are ignored: ` +
    "addresses are stored in histories and logs. Send the header `Authorization: Bearer …` instead, and revoke a key that was sent in an address.";
  throw new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}
