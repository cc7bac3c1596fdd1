import { afterEach, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import { type Database, openDatabase } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrate.js";
import { schemaDifference } from "../../src/db/schema-difference.js";
import { type Migration, migrationOf, readMigrations, readModels } from "../../src/db/schema-files.js";
import { sql } from "../../src/db/sql.js";
import { emptyServerDatabase, kinds, testDatabase } from "../support/database.js";

const log = pino({ level: "silent" });

/** Closed after each test: an embedded database in memory is large. */
const open: Database[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});
const migrated = async (kind: Database["kind"]): Promise<Database> => {
  const database = await testDatabase({ kind });
  open.push(database);
  return database;
};

const recorded = (database: Database) =>
  database.query(sql`select "migration_name", "checksum", "applied_steps_count", "logs", "rolled_back_at",
    "finished_at" is not null as "finished" from "_prisma_migrations" order by "started_at"`);

describe("the migrations", () => {
  test("make exactly what the models say, and are found wanting when a model has a column more", async () => {
    const database = await migrated("embedded");
    expect(await schemaDifference(database)).toBeNull();
    const models = (await readModels()).map(({ path, content }) => ({
      path,
      content: content.replace("model Topic {", "model Topic {\n  extra String?"),
    }));
    expect(await schemaDifference(database, models)).toContain('ALTER TABLE "Topic" ADD COLUMN     "extra" TEXT');
  });
});

describe.each(kinds)("migrating on %s", (kind) => {
  test("is recorded as Prisma records it, and again does nothing", async () => {
    const database = await migrated(kind);
    const migrations = await readMigrations();
    expect(await recorded(database)).toEqual(
      migrations.map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
        finished: true,
      })),
    );
    expect(await migrate(database, log)).toEqual([]);
  });

  test("applies what is new, and that alone", async () => {
    const database = await migrated(kind);
    const added = migrationOf(
      "20990101000000_venues",
      `create table "Venue" (id int); insert into "Venue" values (1);`,
    );
    expect(await migrate(database, log, [...(await readMigrations()), added])).toEqual(["20990101000000_venues"]);
    expect(await database.query(sql`select id from "Venue"`)).toEqual([{ id: 1 }]);
  });

  test("undoes a migration that fails, says why, and takes the mended one", async () => {
    const database = await migrated(kind);
    const known = await readMigrations();
    const name = "20990101000000_broken";
    const broken = migrationOf(name, `create table "Half" (id int); select 1 / 0;`);
    await expect(migrate(database, log, [...known, broken])).rejects.toThrow(
      "The migration 20990101000000_broken failed and was undone: division by zero",
    );
    expect(await database.query(sql`select to_regclass('"Half"') as "table"`)).toEqual([{ table: null }]);
    expect(await recorded(database)).toHaveLength(known.length);
    const mended = migrationOf(name, `create table "Half" (id int);`);
    expect(await migrate(database, log, [...known, mended])).toEqual([name]);
  });

  test.each<[string, (known: Migration[]) => Migration[]]>([
    ["was edited after it was applied", ([first, ...rest]) => [migrationOf(`${first?.name}`, "select 1"), ...rest]],
    ["which this version of Standpoint does not know", ([first]) => (first ? [first] : [])],
  ])("refuses where a migration %s", async (message, change) => {
    const database = await migrated(kind);
    await expect(migrate(database, log, change(await readMigrations()))).rejects.toThrow(message);
  });

  test("refuses where another tool left one unfinished", async () => {
    const database = await migrated(kind);
    await database.query(sql`update "_prisma_migrations" set "finished_at" = null`);
    await expect(migrate(database, log)).rejects.toThrow("was begun by another tool and not finished");
  });
});

if (kinds.includes("postgres")) {
  test("of several that migrate one server at once, one does", async () => {
    const url = await emptyServerDatabase();
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url, dataDir: "", log })));
    const applied = await Promise.all(databases.map((database) => migrate(database, log)));
    await Promise.all(databases.map((database) => database.close()));
    expect(applied.flat()).toEqual((await readMigrations()).map(({ name }) => name));
  });
}
