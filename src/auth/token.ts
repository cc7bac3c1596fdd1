import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Logger } from "pino";
import { badCredential, cannotCheckToken, unauthenticated } from "./refusals.js";
import { Role, reaches } from "./role.js";
import type { Viewer } from "./viewer.js";

/** Whose tokens are taken: all three are needed, since a token that was made for another service must not serve here. */
export interface TokenRules {
  /** Where the issuer publishes its public keys, as a JWK Set (RFC 7517). */
  readonly jwksUrl: string;
  /** What `iss` must be. */
  readonly issuer: string;
  /** What `aud` must be, or hold. */
  readonly audience: string;
}

/**
 * Signatures by a private key only. With `HS256` among them, whoever knows the public key could sign with it as though it
 * were a shared secret; and `none` is no signature. (The library finds no key for those either: two locks on one door.)
 */
const algorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

/** Seconds by which clocks may differ. */
const clockTolerance = 5;
const longestSubject = 255;

/** Tells who a token (a JWT, RFC 7519) names, or throws the refusal of it. */
export type TokenCheck = (token: string, log: Logger) => Promise<Viewer>;

/** Makes what checks tokens. The keys are fetched with the first one, and kept for ten minutes. */
export function tokenCheck({ jwksUrl, issuer, audience }: TokenRules): TokenCheck {
  const getKey = keysAt(jwksUrl);
  return async (token, log) => {
    try {
      const rules = { issuer, audience, algorithms, clockTolerance, requiredClaims: ["exp", "sub"] };
      const { payload } = await jwtVerify(token, getKey, rules);
      return viewerBy(payload);
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw refusalOf(error);
      log.error({ err: error.cause }, "the keys at JWKS_URL cannot be had, so no token can be checked");
      throw cannotCheckToken();
    }
  };
}

/** The issuer's keys could not be fetched, or what was fetched are none: no fault of the token. */
class KeysUnavailable extends Error {}

function keysAt(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url));
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const isOfToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];
      if (isOfToken.some((type) => error instanceof type)) throw error;
      throw new KeysUnavailable(undefined, { cause: error });
    }
  };
}

function viewerBy({ sub, roles }: JWTPayload): Viewer {
  // Revisions show it, so it is a line of text of some sense.
  if (typeof sub !== "string" || sub.length > longestSubject || !/^[^\p{C}]*\S[^\p{C}]*$/u.test(sub))
    throw unauthenticated(`This token's \`sub\` names nobody: it must be text of 1 to ${longestSubject} characters.`);
  return { author: `jwt:${sub}`, role: highestRole(roles) };
}

/**
 * Of a list, or of a text with blanks between; what is no role here may be one elsewhere, and counts nothing. Whoever has
 * none is a reader: known, and allowed no more than to read and to have what concerns nobody else.
 */
function highestRole(claim: unknown): Role {
  const named: unknown[] = [claim].flat().flatMap((item) => (typeof item === "string" ? item.split(" ") : []));
  return Object.values(Role)
    .filter((role) => named.includes(role))
    .reduce<Role>((highest, role) => (reaches(highest, role) ? highest : role), "READER");
}

/** What is wrong with the claims is told: the signature was good by then, so only who was given the token reads of it. */
function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return unauthenticated("This token has expired: get a new one.");
  if (error instanceof errors.JWTClaimValidationFailed)
    return unauthenticated(
      `This token is not valid here: ${claims[error.claim] ?? `its \`${error.claim}\` is wrong`}.`,
    );
  return error instanceof errors.JOSEError ? badCredential() : error;
}

const claims: Readonly<Record<string, string>> = {
  aud: "it was made for another audience (`aud`)",
  iss: "it was made by another issuer (`iss`)",
  nbf: "its time has not come yet (`nbf`)",
  exp: "it says no time at which it expires (`exp`)",
  sub: "it does not say whom it names (`sub`)",
};
