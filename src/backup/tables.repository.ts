import type { CopiedTable, CopySource, CopyTarget } from "../db/copying.js";
import { tableName, tableSql } from "../db/copying.js";
import { raw, sql } from "../db/sql.js";
import type { BackupManifest } from "./manifest.js";

type Query = CopySource["query"];

/** Written by migrations alone, when a backup is restored. */
const migrationsTable = "_prisma_migrations";

/** All tables but that of the migrations, by name. Generated columns are left out: Postgres fills them. */
export function readTables(query: Query): Promise<CopiedTable[]> {
  return query<CopiedTable>(
    sql`select namespace."nspname" as "schema", class."relname" as "name", array(
        select attribute."attname"::text from pg_attribute attribute
        where attribute."attrelid" = class."oid" and attribute."attnum" > 0 and not attribute."attisdropped"
          and attribute."attgenerated" = '' order by attribute."attnum") as "columns"
      from pg_class class join pg_namespace namespace on namespace."oid" = class."relnamespace"
      where class."relkind" = 'r' and class."relpersistence" = 'p' and class."relname" <> ${migrationsTable}
        and namespace."nspname" not like 'pg\\_%' and namespace."nspname" <> 'information_schema'
      order by namespace."nspname" desc, class."relname"`,
  );
}

/** The migrations that the database has, the earliest first. */
export function readAppliedMigrations(query: Query): Promise<BackupManifest["migrations"]> {
  return query(
    sql`select "migration_name" as "name", "checksum" from "_prisma_migrations"
      where "finished_at" is not null and "rolled_back_at" is null order by "migration_name"`,
  );
}

/** When the snapshot was taken, its last change, and about how many rows all tables have. */
export async function readFacts(query: Query): Promise<{ takenAt: Date; lastChange: number; rows: number }> {
  const [facts] = await query<{ takenAt: Date; lastChange: number; rows: number }>(
    sql`select now() as "takenAt", coalesce((select max("sequence") from "Change"), 0)::int as "lastChange",
      (select coalesce(sum(greatest("reltuples", 0)), 0)::float8 from pg_class class
        join pg_namespace namespace on namespace."oid" = class."relnamespace"
        where "relkind" = 'r' and "nspname" in ('public', 'history')) as "rows"`,
  );
  if (!facts) throw new Error("A query of one row returned none");
  return facts;
}

/** The first table that has a row; undefined where none has. */
export async function tableWithRows(query: Query, tables: readonly CopiedTable[]): Promise<string | undefined> {
  for (const table of tables) {
    const [row] = await query<{ any: boolean }>(sql`select exists (select from ${tableSql(table)}) as "any"`);
    if (row?.any) return table.name;
  }
  return undefined;
}

/** Whether migrations were ever applied to the database. */
export async function hasMigrations(query: Query): Promise<boolean> {
  const [row] = await query<{ any: boolean }>(sql`select to_regclass('"_prisma_migrations"') is not null as "any"`);
  return row?.any ?? false;
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Makes the tables take rows as they come: empties them, turns their triggers off, which would write history and the feed once
 * more, and drops their foreign keys. All of it works for the owner of the tables, where `session_replication_role` takes a
 * superuser.
 *
 * @returns what undoes it: it checks all foreign keys at once
 */
export async function prepareTables(
  { query }: CopyTarget,
  tables: readonly CopiedTable[],
): Promise<() => Promise<void>> {
  const keys = await query<ForeignKey>(
    sql`select "conrelid"::regclass::text as "table", quote_ident("conname") as "name",
        pg_get_constraintdef("oid") as "definition"
      from pg_constraint where "contype" = 'f' order by "conrelid", "conname"`,
  );
  for (const { table, name } of keys) await query(raw(`alter table ${table} drop constraint ${name}`));
  for (const table of tables) await query(raw(`alter table ${tableName(table)} disable trigger user`));
  await query(raw(`truncate ${tables.map(tableName).join(", ")}`));
  return async () => {
    for (const table of tables) await query(raw(`alter table ${tableName(table)} enable trigger user`));
    for (const { table, name, definition } of keys) {
      await query(raw(`alter table ${table} add constraint ${name} ${definition}`));
    }
    for (const table of tables) await query(raw(`analyze ${tableName(table)}`));
  };
}
