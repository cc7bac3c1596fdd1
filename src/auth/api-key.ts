import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * An API key has the form `standpoint_<id>_<secret>`, in lower case. The prefix identifies it for people and for scanners of
 * leaked secrets. The id (16 hexadecimal digits) identifies the key and is not secret. The secret is 256 random bits.
 */
export interface NewApiKey {
  readonly id: string;
  /** The whole key, which is shown once and stored nowhere. */
  readonly key: string;
  readonly secretHash: string;
}

const prefix = "standpoint_";
const form = /^standpoint_([0-9a-f]{16})_([0-9a-f]{64})$/;

export function newApiKey(): NewApiKey {
  const id = randomBytes(8).toString("hex");
  const secret = randomBytes(32).toString("hex");
  return { id, key: `${prefix}${id}_${secret}`, secretHash: hashOf(secret).toString("hex") };
}

/** Whether a credential looks like an API key, rather than an access token. */
export const isMeantAsApiKey = (credential: string): boolean => credential.startsWith(prefix);

/** Whether there is a whole API key somewhere in a text. */
export const holdsApiKey = (text: string): boolean => /standpoint_[0-9a-f]{16}_[0-9a-f]{64}/.test(text);

/** The parts of an API key; undefined if it does not have the form of one. */
export function partsOf(key: string): { id: string; secret: string } | undefined {
  const [, id, secret] = form.exec(key) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Whether a secret has a hash. The time does not depend on the number of matching characters. */
export const isSecretOf = (secretHash: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(secretHash, "hex"), hashOf(secret));

/**
 * Plain SHA-256. Rejected: slow hashes, which protect passwords against guessing. Nobody can guess 256 random bits, and each
 * request would pay for the slow hash.
 */
const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
