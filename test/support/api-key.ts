import { createApiKey } from "../../src/auth/api-key.repository.js";
import type { Role } from "../../src/auth/role.js";
import type { Database } from "../../src/db/database.js";

/** A new API key of a database, named after its role: revisions name who uses it "key:<name>". */
export async function apiKey(
  database: Database,
  role: Role,
  { name = role.toLowerCase(), expiresAt = null }: { name?: string; expiresAt?: Date | null } = {},
): Promise<{ id: string; key: string; headers: { authorization: string } }> {
  const made = await createApiKey(database, { name, role, expiresAt });
  if (!made) throw new Error(`There is a key named ${name}`);
  return { ...made, headers: { authorization: `Bearer ${made.key}` } };
}
