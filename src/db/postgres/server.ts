import type pg from "pg";
import { DatabaseUnavailable, reasonOf } from "../errors.js";
import { BoundedClient } from "./bounded-client.js";

const OLDEST_VERSION = 14;

/** What Standpoint needs of a server and its database. */
interface ServerFacts {
  /** As Postgres numbers it: 150004 is 15.4. */
  version: number;
  encoding: string;
  icu: boolean;
}

/**
 * Connects once to see that the server answers and has what Standpoint needs.
 *
 * @param limit milliseconds to connect, and as many for the answer
 * @throws DatabaseUnavailable
 */
export async function checkServer(url: string, limit: number): Promise<void> {
  const client = clientFor(url, limit);
  try {
    await client.connect();
    const { rows }: { rows: ServerFacts[] } = await client.query(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        exists (select from pg_collation where collname = 'und-x-icu') as icu`,
    );
    for (const facts of rows) checkFacts(facts, client);
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

/**
 * Search folds text by Unicode's rules and names are sorted by its root collation, whatever the database's locale: for that
 * the database must be encoded in UTF-8, and the server built with ICU.
 *
 * @throws DatabaseUnavailable that says what to do
 */
export function checkFacts(
  { version, encoding, icu }: ServerFacts,
  { host, port, database }: Pick<pg.Client, "host" | "port" | "database">,
): void {
  const major = Math.floor(version / 10_000);
  const server = `The server at ${host}:${port}`;
  if (major < OLDEST_VERSION) {
    throw new DatabaseUnavailable(`${server} is Postgres ${major}; Standpoint needs ${OLDEST_VERSION} or later`);
  }
  if (encoding !== "UTF8") {
    throw new DatabaseUnavailable(
      `The database "${database}" at ${host}:${port} is encoded in ${encoding}; Standpoint needs UTF8: createdb --encoding=UTF8 --template=template0`,
    );
  }
  if (!icu) {
    throw new DatabaseUnavailable(
      `${server} has no ICU collations, which Standpoint needs to sort and search. Use a Postgres that is built with ICU, such as those of Debian, Docker and the cloud providers, and a database created by it`,
    );
  }
}

function unavailable({ host, port, database, user }: pg.Client, error: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `Cannot use the Postgres database "${database}" at ${host}:${port} as "${user}": ${reasonOf(error)}`,
  );
}
