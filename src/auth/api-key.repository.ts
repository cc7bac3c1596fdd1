import type { Database } from "../db/database.js";
import { sql } from "../db/sql.js";
import { newApiKey } from "./api-key.js";
import type { Role } from "./role.js";

/** A key as it is stored. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly secretHash: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Creates a key; undefined if another valid key has the name. */
export async function createApiKey(
  database: Database,
  { name, role, expiresAt }: { name: string; role: Role; expiresAt: Date | null },
): Promise<{ id: string; key: string } | undefined> {
  const { id, key, secretHash } = newApiKey();
  const made = await database.query(sql`
    insert into "ApiKey" ("id", "name", "role", "secretHash", "expiresAt")
    values (${id}, ${name}, ${role}::"Role", ${secretHash}, ${expiresAt}::timestamptz)
    on conflict ("name") where "revokedAt" is null do nothing
    returning "id"`);
  return made.length > 0 ? { id, key } : undefined;
}

/** All keys, the newest first, without their hashes. */
export function listApiKeys({ prisma }: Database): Promise<Omit<ApiKey, "secretHash">[]> {
  return prisma.apiKey.findMany({ omit: { secretHash: true }, orderBy: [{ createdAt: "desc" }, { id: "asc" }] });
}

/** Revokes a key from the next request on; revoking it again changes nothing. Undefined if there is no such key. */
export async function revokeApiKey(database: Database, id: string): Promise<{ name: string } | undefined> {
  const [revoked] = await database.query<{ name: string }>(sql`
    update "ApiKey" set "revokedAt" = coalesce("revokedAt", now()) where "id" = ${id} returning "name"`);
  return revoked;
}

export async function findApiKey(database: Database, id: string): Promise<ApiKey | undefined> {
  // Not `*`: the plan of a prepared statement fails once a newer version has added a column beside this process.
  const [found] = await database.query<ApiKey>(sql`
    select "id", "name", "role", "secretHash", "createdAt", "lastUsedAt", "expiresAt", "revokedAt"
    from "ApiKey" where "id" = ${id}`);
  return found;
}

/**
 * Records that a key was used now, at most once a minute for all processes. If another transaction has locked the key, nothing
 * is recorded, so that no request waits.
 */
export async function noteUse(database: Database, id: string): Promise<void> {
  await database.query(sql`
    update "ApiKey" set "lastUsedAt" = now() where "id" in (
      select "id" from "ApiKey"
      where "id" = ${id} and ("lastUsedAt" is null or "lastUsedAt" < now() - interval '1 minute')
      for no key update skip locked)`);
}
