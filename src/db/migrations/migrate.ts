import type { Logger } from "pino";
import type { Database } from "../database.js";
import { MigrationError } from "../errors.js";
import { sql } from "../sql.js";
import { schemaEngine } from "./schema-engine.js";
import { type Migration, migrationList, readMigrations } from "./schema-files.js";

interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
}

/**
 * Applies the migrations that a database lacks, each in a transaction of its own together with its record in
 * `_prisma_migrations`, so that a kill in the middle leaves nothing half done. Where none is lacking this is one or two
 * small reads. Of several processes that start at once on one server, one migrates and the others wait.
 *
 * @returns the names of the migrations applied
 * @throws MigrationError when an applied migration was edited, an unknown one is recorded, or one fails
 */
export async function migrate(database: Database, log: Logger, migrations?: Migration[]): Promise<string[]> {
  const applied = await applyPending(database, log, migrations ?? (await readMigrations()));
  await refreshOrder(database, log);
  return applied;
}

/**
 * Names and titles are sorted by the server's ICU. Where that has changed since their indexes were made, as after an upgrade
 * of the operating system, Postgres only warns: the indexes are rebuilt.
 */
async function refreshOrder(database: Database, log: Logger): Promise<void> {
  const [order] = await database.query<{ changed: boolean }>(
    sql`select "collversion" is distinct from pg_collation_actual_version("oid") as "changed"
        from pg_collation where "oid" = to_regcollation('alphabetical')`,
  );
  if (!order?.changed) return;
  log.warn("the server sorts text with another version of ICU than before: rebuilding the indexes of names and titles");
  await database.withBulkSession((session) => session.query(sql`select standpoint_refresh_order()`));
}

async function applyPending(database: Database, log: Logger, migrations: readonly Migration[]): Promise<string[]> {
  if ((await pendingOf(database, migrations)).length === 0) return [];
  return database.withMigrationAdapter(async (adapter, inTransaction) => {
    // Looked up again: another process may have applied them while this one waited for its turn.
    const pending = await pendingOf(database, migrations);
    if (pending.length === 0) return [];
    const engine = await schemaEngine(adapter);
    for (const migration of pending) {
      const upToIt = migrations.filter(({ name }) => name <= migration.name);
      log.info({ migration: migration.name }, "migrating the database");
      await inTransaction(() => engine.applyMigrations({ migrationsList: migrationList(upToIt), filters })).catch(
        (error: unknown) => {
          throw new MigrationError(failure(migration, error));
        },
      );
    }
    engine.free();
    return pending.map(({ name }) => name);
  });
}

/**
 * The names of the migrations that a database lacks. Applies none.
 *
 * @throws MigrationError as `migrate` does before it applies any
 */
export async function pendingMigrations(database: Database): Promise<string[]> {
  return (await pendingOf(database, await readMigrations())).map(({ name }) => name);
}

/** Nothing in the database is left to others. */
export const filters = { externalTables: [], externalEnums: [] };

async function pendingOf(database: Database, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = await readApplied(database);
  for (const { name, checksum, finished } of applied.values()) {
    const migration = migrations.find((candidate) => candidate.name === name);
    if (!finished) {
      throw new MigrationError(
        `The migration ${name} was started by another tool and not finished: see "prisma migrate resolve"`,
      );
    }
    if (!migration) {
      throw new MigrationError(
        `The database has the migration ${name}, which this version of Standpoint does not have: a newer version applied it`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `The migration ${name} was edited after it was applied to this database: restore its file, and create a new migration for the change`,
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function readApplied(database: Database): Promise<Map<string, AppliedMigration>> {
  const [table] = await database.query<{ exists: boolean }>(
    sql`select to_regclass('"_prisma_migrations"') is not null as "exists"`,
  );
  if (!table?.exists) return new Map();
  const rows = await database.query<AppliedMigration>(
    sql`select "migration_name" as "name", "checksum", "finished_at" is not null as "finished"
        from "_prisma_migrations" where "rolled_back_at" is null`,
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function failure({ name }: Migration, error: unknown): string {
  const message = (error as Partial<Error> | undefined)?.message ?? String(error);
  // Prisma's own words, which go on about baselining.
  return message.includes("database schema is not empty")
    ? "The database contains tables that Standpoint did not create: give Standpoint a separate database"
    : `The migration ${name} failed and was rolled back: ${message}`;
}
