import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm";

/** The package's folder prisma/, from the sources as from the build. */
const prismaFolder = fileURLToPath(new URL("../../../prisma", import.meta.url));

export const migrationsFolder = join(prismaFolder, "migrations");

/** One file of the Prisma schema. */
export interface SchemaFile {
  path: string;
  content: string;
}

/** The models. */
export async function readModels(): Promise<SchemaFile[]> {
  const folder = join(prismaFolder, "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(folder, name), content: await readFile(join(folder, name), "utf8") })),
  );
}

/** One migration: a folder of prisma/migrations. */
export interface Migration {
  name: string;
  script: string;
  /** SHA-256 of the script in hexadecimal, as Prisma records it. */
  checksum: string;
}

/** The migrations in the order in which they are applied. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => migrationOf(name, await readFile(join(migrationsFolder, name, "migration.sql"), "utf8"))),
  );
}

/** A migration with its checksum. */
export function migrationOf(name: string, script: string): Migration {
  return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
}

/** The migrations in the form that the schema engine takes. */
export function migrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
    })),
  };
}
