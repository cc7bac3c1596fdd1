import pg from "pg";
import { DatabaseUnavailable } from "./errors.js";

const OLDEST_VERSION = 14;

/** Connects once to see that the server answers and is recent enough. Throws DatabaseUnavailable. */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client(connection(url));
  // A connection that breaks while it is being closed would otherwise end the process.
  client.on("error", () => undefined);
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

function connection(url: string): pg.ClientConfig {
  // pg takes anything else for a file's path. Said without the text itself, which may hold a password.
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new DatabaseUnavailable("DATABASE_URL is not a URL such as postgres://user@localhost:5432/standpoint");
  }
  return { connectionString: url, connectionTimeoutMillis: 10_000, application_name: "standpoint" };
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
    `Cannot use the Postgres database "${database}" at ${host}:${port} as "${user}": ${reason(error)}`,
  );
}

function reason(error: unknown): string {
  const { message, errors = [] } = error as Partial<AggregateError>;
  // A name with several addresses fails with one error for each, and an empty message of its own.
  return message || errors.map(reason).join(", ");
}
