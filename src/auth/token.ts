import { GraphQLError } from "graphql";
import {
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from "jose";
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
/** Milliseconds. */
const logEvery = 60_000;

/** Tells who a token (a JWT, RFC 7519) names, or throws the refusal of it. */
export type TokenCheck = (token: string, log: Logger) => Promise<Viewer>;

/** Makes what checks tokens. The keys are fetched with the first one, and kept for ten minutes. */
export function tokenCheck({ jwksUrl, issuer, audience }: TokenRules): TokenCheck {
  const getKey = keysAt(jwksUrl);
  const rules = { issuer, audience, algorithms, clockTolerance, requiredClaims: ["exp", "sub"] };
  const lastLogged = new Map<string, number>();

  return async (token, log) => {
    try {
      return viewerBy(await payloadOf(token, getKey, rules));
    } catch (error) {
      if (error instanceof KeysUnavailable) {
        log.error({ err: error.cause }, "the keys at JWKS_URL cannot be had, so no token can be checked");
        throw cannotCheckToken();
      }
      const refusal = refusalOf(error);
      if (refusal instanceof GraphQLError) logRefusal(refusal.message, log);
      throw refusal;
    }
  };

  /** For operators, who may have set another issuer's keys. A client that sends the same token over and over fills no log. */
  function logRefusal(reason: string, log: Logger): void {
    const now = Date.now();
    if (now - (lastLogged.get(reason) ?? 0) < logEvery) return;
    lastLogged.set(reason, now);
    log.warn({ reason }, "a token was refused; the same reason is logged once a minute at most");
  }
}

/**
 * The claims of a token whose signature is good. A token need not name its key (`kid`), and the issuer may publish several
 * that it could be signed by: then each of these is tried.
 */
async function payloadOf(token: string, getKey: JWTVerifyGetKey, rules: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, getKey, rules)).payload;
  } catch (several) {
    if (several instanceof TypeError) throw new KeysUnavailable(undefined, { cause: several }); // such as a key too short
    if (!(several instanceof errors.JWKSMultipleMatchingKeys)) throw several;
    for await (const key of several) {
      try {
        return (await jwtVerify(token, key, rules)).payload;
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed || error instanceof TypeError)) throw error;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
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

/** The refusal of a token, with its reason; the claims are looked at only where the signature is good. */
function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return unauthenticated("This token has expired: get a new one.");
  if (error instanceof errors.JWTClaimValidationFailed)
    return unauthenticated(
      `This token is not valid here: ${claims[error.claim] ?? `its \`${error.claim}\` is wrong`}.`,
    );
  if (!(error instanceof errors.JOSEError)) return error;
  const reason = faults[error.code];
  return reason === undefined ? badCredential() : unauthenticated(`This token is not valid here: ${reason}.`);
}

/** What is wrong with a token itself, by the error's code. The issuer's keys are public, so this gives nothing away. */
const faults: Readonly<Record<string, string>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: `it is not signed by one of the algorithms ${algorithms.join(", ")} (\`alg\`)`,
  ERR_JWKS_NO_MATCHING_KEY: "none of the keys that its issuer publishes is the one that it names (`kid`, `alg`)",
  ERR_JWS_INVALID: "it is not a signed token (a JWT of three parts with dots between them)",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "its signature was made by none of the keys that its issuer publishes",
  ERR_JWT_INVALID: "its claims are not an object of JSON, or one of them has not the form that it must have",
};

const claims: Readonly<Record<string, string>> = {
  aud: "it was made for another audience (`aud`)",
  iss: "it was made by another issuer (`iss`)",
  nbf: "its time has not come yet (`nbf`)",
  exp: "it says no time at which it expires (`exp`)",
  sub: "it does not say whom it names (`sub`)",
};
