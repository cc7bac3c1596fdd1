import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrations/migrate.js";
import { openDatabase } from "../../src/db/open.js";
import type { Server } from "../../src/server.js";
import { cleanUp, emptyServerDatabase, kinds, testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { testServer } from "../support/server.js";

const log = pino({ level: "silent" });

/** The databases that must answer alike: those with a locale are made on the server, with the first of these that it has. */
const locales = {
  C: ["locale 'C'"],
  "C.UTF-8": ["locale 'C.UTF-8'"],
  // Where the operating system lacks it, ICU has the same language.
  en_US: ["locale 'en_US.UTF-8'", "locale_provider icu icu_locale 'en-US' locale 'C'"],
  // Lower case of I is ı there, by the database's own rules.
  "ICU tr": ["locale_provider icu icu_locale 'tr' locale 'C'"],
};

/** The URL of a new database with the first of some locales that the server has; undefined where it has none of them. */
async function databaseWith(options: readonly string[]): Promise<string | undefined> {
  for (const option of options) {
    const url = await emptyServerDatabase(option).catch((error: Error) => {
      // The server has not this locale, or is too old for ICU's.
      if (/invalid (LC_\w+ )?locale name|locale_provider/.test(error.message)) return undefined;
      throw error;
    });
    if (url !== undefined) return url;
  }
  return undefined;
}

/** A server for the embedded database and, where there is a Postgres server, for a database of each locale, all filled alike. */
export async function serveEach(fill: (database: Database) => Promise<void>): Promise<ReadonlyMap<string, Server>> {
  const servers = new Map<string, Server>();
  const serve = async (name: string, database: Database): Promise<void> => {
    await fill(database);
    const server = await testServer({ schema, database });
    cleanUp(server.close);
    servers.set(name, server);
  };
  await serve("embedded", await testDatabase({ kind: "embedded" }));
  if (!kinds.includes("postgres")) return servers;
  for (const [name, options] of Object.entries(locales)) {
    const url = await databaseWith(options);
    if (url === undefined) continue;
    const database = await openDatabase({ url, dataDir: "", log });
    cleanUp(database.close);
    await migrate(database, log);
    await serve(name, database);
  }
  return servers;
}
