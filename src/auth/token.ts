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

/** The rules for access tokens. All three are required, so that a token for another service is not valid here. */
export interface TokenRules {
  /** The address of the issuer's public keys, a JWK Set (RFC 7517). */
  readonly jwksUrl: string;
  /** The required `iss`. */
  readonly issuer: string;
  /** The required `aud`, or an item of it. */
  readonly audience: string;
}

/**
 * Only signatures by a private key. Rejected: `HS256`, with which anybody could sign with the public key as if it were a shared
 * secret; and `none`, which is not a signature. (The library finds no key for those either, so this is a second safeguard.)
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

/** Returns the viewer that a token (a JWT, RFC 7519) names. Throws the refusal of an invalid token. */
export type TokenCheck = (token: string, log: Logger) => Promise<Viewer>;

/** Makes the function that checks tokens. The keys are loaded with the first token, and kept for ten minutes. */
export function tokenCheck({ jwksUrl, issuer, audience }: TokenRules): TokenCheck {
  const getKey = keysAt(jwksUrl);
  const rules = { issuer, audience, algorithms, clockTolerance, requiredClaims: ["exp", "sub"] };
  const lastLogged = new Map<string, number>();

  return async (token, log) => {
    try {
      return viewerBy(await payloadOf(token, getKey, rules));
    } catch (error) {
      if (error instanceof KeysUnavailable) {
        log.error({ err: error.cause }, "the keys at JWKS_URL cannot be fetched, so no token can be checked");
        throw cannotCheckToken();
      }
      const refusal = refusalOf(error);
      if (refusal instanceof GraphQLError) logRefusal(refusal.message, log);
      throw refusal;
    }
  };

  /** Logs a refusal for operators, who may have configured the wrong issuer; at most once a minute for each reason, so that a client cannot fill the log. */
  function logRefusal(reason: string, log: Logger): void {
    const now = Date.now();
    if (now - (lastLogged.get(reason) ?? 0) < logEvery) return;
    lastLogged.set(reason, now);
    log.warn({ reason }, "a token was refused; the same reason is logged at most once a minute");
  }
}

/**
 * The claims of a token with a valid signature. A token need not name its key (`kid`): then each published key that fits the
 * algorithm is tried.
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

/** The issuer's keys could not be loaded, or are not a JWK Set. The token may be valid. */
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
  // Revisions show it, so it must be one line of readable text.
  if (typeof sub !== "string" || sub.length > longestSubject || !/^[^\p{C}]*\S[^\p{C}]*$/u.test(sub))
    throw unauthenticated(`This token's \`sub\` is not valid: it must be a text of 1 to ${longestSubject} characters.`);
  return { author: `jwt:${sub}`, role: highestRole(roles) };
}

/**
 * The roles in a list, or in a text with blanks between. Other names are ignored, since they may be roles of another service.
 * A caller without a role is a READER.
 */
function highestRole(claim: unknown): Role {
  const named: unknown[] = [claim].flat().flatMap((item) => (typeof item === "string" ? item.split(" ") : []));
  return Object.values(Role)
    .filter((role) => named.includes(role))
    .reduce<Role>((highest, role) => (reaches(highest, role) ? highest : role), "READER");
}

/** The refusal of a token, with its reason. Claims are checked only after the signature. */
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

/** The fault of a token, by the error's code. The issuer's keys are public, so this reveals no secret. */
const faults: Readonly<Record<string, string>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: `it is not signed by one of the algorithms ${algorithms.join(", ")} (\`alg\`)`,
  ERR_JWKS_NO_MATCHING_KEY: "its issuer does not publish the key that it names (`kid`, `alg`)",
  ERR_JWS_INVALID: "it is not a signed token (a JWT of three parts, separated by dots)",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "its signature does not match any key that its issuer publishes",
  ERR_JWT_INVALID: "its claims are not a JSON object, or a claim has the wrong type",
};

const claims: Readonly<Record<string, string>> = {
  aud: "it was issued for another audience (`aud`)",
  iss: "it was issued by another issuer (`iss`)",
  nbf: "it is not valid yet (`nbf`)",
  exp: "it has no expiry time (`exp`)",
  sub: "it has no subject (`sub`)",
};
