import type { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";

type Factory = SqlMigrationAwareDriverAdapterFactory;

/**
 * What the schema engine is lent: an adapter on one connection, and a way to run several of its commands there in one
 * transaction.
 */
export type MigrationWork<Result> = (
  adapter: Factory,
  inTransaction: <Inner>(commands: () => Promise<Inner>) => Promise<Inner>,
) => Promise<Result>;

/** A session-level lock: its holder migrates. The number is arbitrary, and not the one of Prisma's own engine. */
const MIGRATION_LOCK = 7_265_106_721;

/**
 * Lends a connection of its own with no time limit. It holds an advisory lock, so that of several servers that start at
 * once one migrates and the others wait.
 */
export async function withPostgresMigrationAdapter<Result>(url: string, work: MigrationWork<Result>): Promise<Result> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "standpoint migrate",
    max: 1,
    idleTimeoutMillis: 0,
  });
  // Whatever breaks an idle connection shows in the next statement.
  pool.on("error", () => undefined);
  try {
    await pool.query("set timezone = 'UTC'; set datestyle = 'ISO'; set statement_timeout = 0");
    await pool.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await lend(new PrismaPg(pool), (script) => pool.query(script), work);
  } finally {
    await pool.end();
  }
}

/** Lends the embedded database's only session. */
export function withEmbeddedMigrationAdapter<Result>(pglite: PGlite, work: MigrationWork<Result>): Promise<Result> {
  return lend(new PrismaPGlite(pglite), (script) => pglite.exec(script), work);
}

/**
 * The adapters cannot run a migration's script: Prisma's for pg splits it at each semicolon, those inside a function's
 * body too, and PGlite's does not wait for it. Both databases take a whole script as one simple query.
 */
function lend<Result>(
  factory: Factory,
  execute: (script: string) => Promise<unknown>,
  work: MigrationWork<Result>,
): Promise<Result> {
  let failure: unknown;
  const executeScript = async (script: string): Promise<void> => {
    await execute(script).catch((error: unknown) => {
      // The engine goes on to record the failure, which the transaction refuses: that error would hide this one.
      failure = error;
      throw error;
    });
  };
  const connect = async (): Promise<SqlDriverAdapter> => Object.assign(await factory.connect(), { executeScript });
  const adapter = { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect };

  return work(adapter, async (commands) => {
    await execute("begin");
    try {
      const result = await commands();
      await execute("commit");
      return result;
    } catch (error) {
      await execute("rollback");
      throw failure ?? error;
    }
  });
}
