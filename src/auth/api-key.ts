import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * An API key reads `standpoint_<id>_<secret>`, all in lower case: the prefix shows people and scanners of leaked secrets what
 * it is, the id (16 hexadecimal digits) says which key it is and is no secret, the secret is 256 random bits.
 */
export interface NewApiKey {
  readonly id: string;
  /** The whole of it, which is told once and kept nowhere. */
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

/** Whether a credential means to be an API key, rather than a token. */
export const isMeantAsApiKey = (credential: string): boolean => credential.startsWith(prefix);

/** Whether there is a whole API key somewhere in a text. */
export const holdsApiKey = (text: string): boolean => /standpoint_[0-9a-f]{16}_[0-9a-f]{64}/.test(text);

/** The parts of an API key; undefined where it has not the form of one. */
export function partsOf(key: string): { id: string; secret: string } | undefined {
  const [, id, secret] = form.exec(key) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Whether a secret is the one that a hash was made of; takes equally long however much of it is right. */
export const isSecretOf = (secretHash: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(secretHash, "hex"), hashOf(secret));

/**
 * Plain SHA-256: slow hashes are for passwords, which can be guessed. Nobody guesses 256 random bits, however quickly each
 * guess is tried, and a slow hash would be paid with each request.
 */
const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
