import type { Logger } from "pino";
import type { Database } from "../db/database.js";
import { isMeantAsApiKey, isSecretOf, partsOf } from "./api-key.js";
import { findApiKey, noteUse } from "./api-key.repository.js";
import { badCredential } from "./refusals.js";
import { type TokenRules, tokenCheck } from "./token.js";
import type { Authentication, Viewer } from "./viewer.js";

/** Returns the caller of a credential; an anonymous one without a credential. Throws the refusal of an invalid credential. */
export type Authenticate = (credential: string | undefined, database: Database, log: Logger) => Promise<Authentication>;

/**
 * Makes the function that checks credentials: the API keys of a database, and access tokens if there are rules for them.
 *
 * A key is looked up with each request, so that it is refused as soon as it is revoked.
 */
export function authenticator(tokens?: TokenRules): Authenticate {
  const checkToken = tokens && tokenCheck(tokens);
  return async (credential, database, log) => {
    if (credential === undefined) return {};
    if (isMeantAsApiKey(credential)) return { viewer: await viewerBy(credential, database, log) };
    if (checkToken) return { viewer: await checkToken(credential, log) };
    throw badCredential();
  };
}

async function viewerBy(credential: string, database: Database, log: Logger): Promise<Viewer> {
  const parts = partsOf(credential);
  const key = parts && (await findApiKey(database, parts.id));
  if (!key || !isSecretOf(key.secretHash, parts.secret)) throw badCredential();
  const now = Date.now();
  if (key.revokedAt || (key.expiresAt && key.expiresAt.getTime() <= now)) throw badCredential();
  if (!key.lastUsedAt || key.lastUsedAt.getTime() < now - noteEvery) await noteUseIfPossible(key.id, database, log);
  return { author: `key:${key.name}`, role: key.role };
}

/** Milliseconds. */
const noteEvery = 60_000;

/** A failure is ignored for the request, for example on a read-only replica. */
async function noteUseIfPossible(id: string, database: Database, log: Logger): Promise<void> {
  try {
    await noteUse(database, id);
  } catch (error) {
    log.warn({ err: error, apiKey: id }, "the last use of an API key could not be stored");
  }
}
