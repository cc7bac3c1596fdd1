import type pg from "pg";
import { DatabaseUnavailable } from "./errors.js";
import { BoundedClient, reasonOf } from "./postgres/bounded-client.js";

const OLDEST_VERSION = 14;

/**
 * Connects once to see that the server answers and is recent enough.
 *
 * @param limit milliseconds to connect, and as many for the answer
 * @throws DatabaseUnavailable
 */
export async function checkServer(url: string, limit: number): Promise<void> {
  const client = clientFor(url, limit);
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int as version");
    checkVersion(rows[0].version, client);
  } catch (error) {
    throw error instanceof DatabaseUnavailable ? error : unavailable(client, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function clientFor(url: string, limit: number): BoundedClient {
  // pg takes anything else for a file's path. Said without the text itself, which may hold a password.
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new DatabaseUnavailable("DATABASE_URL is not a URL such as postgres://user@localhost:5432/standpoint");
  }
  try {
    return new BoundedClient({
      connectionString: url,
      connectionTimeoutMillis: limit,
      limits: { query: limit, commit: limit },
      application_name: "standpoint",
    });
  } catch (error) {
    // It reads the files that the URL names: certificates, for instance.
    throw new DatabaseUnavailable(`The settings in DATABASE_URL cannot be used: ${reasonOf(error)}`);
  }
}

/** @param version as Postgres numbers it: 150004 is 15.4 */
export function checkVersion(version: number, server: { host: string; port: number }): void {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_VERSION) return;
  throw new DatabaseUnavailable(
    `The server at ${server.host}:${server.port} is Postgres ${major}; Standpoint needs ${OLDEST_VERSION} or later`,
  );
}

function unavailable({ host, port, database, user }: pg.Client, error: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `Cannot use the Postgres database "${database}" at ${host}:${port} as "${user}": ${reasonOf(error)}`,
  );
}
