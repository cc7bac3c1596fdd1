import type { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";

type Factory = SqlMigrationAwareDriverAdapterFactory;

/** A session-level lock: whoever holds it migrates. The number is arbitrary, and not the one of Prisma's own engine. */
const MIGRATION_LOCK = 7_265_106_721;

/**
 * Lends an adapter on one connection of its own. It holds an advisory lock, so that of several servers that start at
 * once one migrates and the others wait.
 */
export async function withPostgresMigrationAdapter<Result>(
  url: string,
  work: (adapter: Factory) => Promise<Result>,
): Promise<Result> {
  const pool = new pg.Pool({ connectionString: url, application_name: "standpoint migrate", max: 1 });
  // Whatever breaks an idle connection shows in the next statement.
  pool.on("error", () => undefined);
  try {
    await pool.query("set timezone = 'UTC'; set datestyle = 'ISO'; set statement_timeout = 0");
    await pool.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await work(withScripts(new PrismaPg(pool), (script) => pool.query(script)));
  } finally {
    await pool.end();
  }
}

/** Lends an adapter on the embedded database, which has one session only: nothing else runs in it meanwhile. */
export function withEmbeddedMigrationAdapter<Result>(
  pglite: PGlite,
  work: (adapter: Factory) => Promise<Result>,
): Promise<Result> {
  return work(withScripts(new PrismaPGlite(pglite), (script) => pglite.exec(script)));
}

/**
 * The adapters cannot run a migration's script: Prisma's for pg splits it at each semicolon, those inside a function's
 * body too, and PGlite's does not wait for it. Both databases take a whole script as one simple query.
 */
function withScripts(factory: Factory, run: (script: string) => Promise<unknown>): Factory {
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    return Object.assign(adapter, {
      executeScript: async (script: string) => {
        await run(script);
      },
    });
  };
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect };
}
