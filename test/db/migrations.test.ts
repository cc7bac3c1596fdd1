import { beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { filters, migrate } from "../../src/db/migrations/migrate.js";
import { schemaEngine } from "../../src/db/migrations/schema-engine.js";
import {
  type Migration,
  migrationList,
  migrationOf,
  readMigrations,
  readModels,
} from "../../src/db/migrations/schema-files.js";
import { openDatabase } from "../../src/db/open.js";
import { sql } from "../../src/db/sql.js";
import { schemaDifference } from "../../src/tools/new-migration.js";
import { emptyServerDatabase, kinds, testDatabase } from "../support/database.js";

const log = pino({ level: "silent" });

const recorded = (database: Database) =>
  database.query(sql`select "migration_name", "checksum", "applied_steps_count", "logs", "rolled_back_at",
    "finished_at" is not null as "finished" from "_prisma_migrations" order by "started_at"`);

describe("the migrations", () => {
  test("make exactly what the models say, and are found wanting when a model has a column more", async () => {
    const database = await testDatabase({ kind: "embedded" });
    expect(await schemaDifference(database)).toBeNull();
    const models = (await readModels()).map(({ path, content }) => ({
      path,
      content: content.replace("model Topic {", "model Topic {\n  extra String?"),
    }));
    expect(await schemaDifference(database, models)).toContain('ALTER TABLE "Topic" ADD COLUMN     "extra" TEXT');
  });
});

// One database for all of them, because an embedded one is large: each test goes on from the one before it.
describe.each(kinds)("migrating on %s", (kind) => {
  let database: Database;
  let known: Migration[];

  beforeAll(async () => {
    database = await testDatabase({ kind });
    known = await readMigrations();
  });

  test("is recorded as Prisma records it, and again does nothing", async () => {
    expect(await recorded(database)).toEqual(
      known.map(({ name, checksum }) => ({
        migration_name: name,
        checksum,
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
        finished: true,
      })),
    );
    expect(await migrate(database, log)).toEqual([]);
    const diagnosis = await database.withMigrationAdapter(async (adapter) => {
      const engine = await schemaEngine(adapter);
      const migrationsList = migrationList(known);
      return engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
    });
    expect(diagnosis).toMatchObject({ editedMigrationNames: [], failedMigrationNames: [], history: null });
  });

  test.each<[string, (known: Migration[]) => Migration[]]>([
    ["was edited after it was applied", ([first, ...rest]) => [migrationOf(`${first?.name}`, "select 1"), ...rest]],
    ["which this version of Standpoint does not have", ([first]) => (first ? [first] : [])],
  ])("refuses where a migration %s", async (message, change) => {
    await expect(migrate(database, log, change(known))).rejects.toThrow(message);
  });

  test("applies what is new, and that alone", async () => {
    const added = migrationOf(
      "20990101000000_venues",
      `create table "Venue" (id int); insert into "Venue" values (1);`,
    );
    expect(await migrate(database, log, [...known, added])).toEqual(["20990101000000_venues"]);
    known.push(added);
    expect(await database.query(sql`select id from "Venue"`)).toEqual([{ id: 1 }]);
  });

  test("undoes a migration that fails, says why, and takes the mended one", async () => {
    const name = "20990102000000_broken";
    const broken = migrationOf(name, `create table "Half" (id int); select 1 / 0;`);
    await expect(migrate(database, log, [...known, broken])).rejects.toThrow(
      "The migration 20990102000000_broken failed and was rolled back: division by zero",
    );
    expect(await database.query(sql`select to_regclass('"Half"') as "table"`)).toEqual([{ table: null }]);
    expect(await recorded(database)).toHaveLength(known.length);
    const mended = migrationOf(name, `create table "Half" (id int);`);
    expect(await migrate(database, log, [...known, mended])).toEqual([name]);
    known.push(mended);
  });

  test("refuses where another tool left one unfinished", async () => {
    await database.query(sql`update "_prisma_migrations" set "finished_at" = null`);
    await expect(migrate(database, log, known)).rejects.toThrow("was started by another tool and not finished");
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
