import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrations/migrate.js";
import { readMigrations } from "../../src/db/migrations/schema-files.js";
import { openDatabase } from "../../src/db/open.js";
import { sql } from "../../src/db/sql.js";
import { cleanUp, emptyServerDatabase, kinds, testDatabase } from "../support/database.js";

const log = pino({ level: "silent" });

async function emptyDatabase(kind: Database["kind"]): Promise<Database> {
  const dataDir = await mkdtemp(join(tmpdir(), "standpoint-test-"));
  cleanUp(() => rm(dataDir, { recursive: true, force: true }));
  const database = await openDatabase({
    url: kind === "postgres" ? await emptyServerDatabase() : undefined,
    dataDir,
    log,
  });
  cleanUp(database.close);
  return database;
}

/** The slugs of the actors and topics that a search finds now, or found at a moment. */
async function found(database: Database, query: string, moment?: string): Promise<string[]> {
  const rows = await (moment ? database.asKnownAt(moment) : database).query<{ slug: string }>(sql`
    select coalesce(actor."slug", topic."slug") as "slug" from "SearchDocument" document
    left join "Actor" actor on actor."id" = document."entityId"
    left join "Topic" topic on topic."id" = document."entityId"
    where document."document" @@ standpoint_search_query(${query}) order by 1`);
  return rows.map(({ slug }) => slug);
}

/** The names that `suggest` completes a text by, now or at a moment. */
async function suggested(database: Database, text: string, moment?: string): Promise<string[]> {
  const rows = await (moment ? database.asKnownAt(moment) : database).query<{ text: string }>(
    sql`select "text" from "SearchName" where "starts" @@ standpoint_name_query(${text}) order by "text"`,
  );
  return rows.map((row) => row.text);
}

test.each(kinds)(
  "on %s a record made before is searched by the new rules, at every moment of its history",
  async (kind) => {
    const database = await emptyDatabase(kind);
    const migrations = await readMigrations();
    await migrate(
      database,
      log,
      migrations.slice(
        0,
        migrations.findIndex(({ name }) => name.endsWith("_search_and_order")),
      ),
    );
    const moments: string[] = [];
    const clock = async (): Promise<string> => {
      const [row] = await database.query<{ now: string }>(
        sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "now"`,
      );
      return row?.now ?? "";
    };
    const write = async (statement: ReturnType<typeof sql>): Promise<void> => {
      await database.query(statement);
      const moment = await clock();
      moments.push(moment);
      // The embedded database's clock knows milliseconds only: the next write has a moment of its own.
      while ((await clock()) === moment) {
        // Asked again.
      }
    };
    await write(sql`insert into "Actor" ("id", "slug", "name", "kind") values
    (gen_random_uuid(), 'court', 'בית־המשפט', 'ORGANIZATION'), (gen_random_uuid(), 'other', 'Côte d’Ivoire', 'STATE')`);
    await write(sql`insert into "ActorName" ("actorId", "ordinal", "value", "kind")
    select "id", 0, '聯合國安全理事會', 'ALIAS' from "Actor" where "slug" = 'court'`);
    await write(sql`update "Actor" set "name" = 'Ivory co-operation' where "slug" = 'other'`);
    await write(sql`delete from "ActorName"`);
    await write(sql`insert into "Topic" ("id", "slug", "name") values (gen_random_uuid(), 'topic', 'Cooperation')`);
    await write(sql`update "Topic" set "retractedAt" = now(), "retractionReason" = 'Wrong.'`);
    const applied = await migrate(database, log);
    expect(applied).toContainEqual(expect.stringMatching(/_search_and_order$/));

    const history = async (query: string) => Promise.all(moments.map((moment) => found(database, query, moment)));
    expect(await history("בית המשפט")).toEqual(moments.map(() => ["court"]));
    expect(await history("安全理事會")).toEqual([[], ["court"], ["court"], [], [], []]);
    expect(await history("divoire")).toEqual([["other"], ["other"], [], [], [], []]);
    expect(await history("cooperation")).toEqual([[], [], ["other"], ["other"], ["other", "topic"], ["other"]]);
    expect(await found(database, "cooperation")).toEqual(["other"]);
    expect(await found(database, "安全理事會")).toEqual([]);

    const completions = async (text: string) => Promise.all(moments.map((moment) => suggested(database, text, moment)));
    expect(await completions("安全")).toEqual([[], ["聯合國安全理事會"], ["聯合國安全理事會"], [], [], []]);
    expect(await completions("ivo")).toEqual([
      ...[["Côte d’Ivoire"], ["Côte d’Ivoire"]],
      ...[["Ivory co-operation"], ["Ivory co-operation"], ["Ivory co-operation"], ["Ivory co-operation"]],
    ]);
    expect((await completions("cooper")).map((names) => names.includes("Cooperation"))).toEqual([
      ...[false, false, false, false],
      ...[true, false],
    ]);
    expect(await suggested(database, "cooper")).toEqual(["Ivory co-operation"]);

    await database.query(sql`update "Actor" set "name" = 'Łódź' where "slug" = 'other'`);
    expect([await found(database, "lodz"), await found(database, "cooperation")]).toEqual([["other"], []]);
    expect(await found(database, "cooperation", moments[5])).toEqual(["other"]);
  },
);

test.each(kinds)("on %s the indexes are made again where the order of text has changed", async (kind) => {
  const database = await testDatabase({ kind });
  const version = async (): Promise<unknown> =>
    (await database.query(sql`select "collversion" from pg_collation where "collname" = 'alphabetical'`))[0];
  const current = await version();
  const file = async (): Promise<unknown> =>
    (await database.query(sql`select pg_relation_filenode('"Actor_name_id_idx"') as "file"`))[0];
  const before = await file();
  await migrate(database, log);
  expect(await file()).toEqual(before);
  await database.query(sql`update pg_collation set "collversion" = '1' where "collname" = 'alphabetical'`);
  await migrate(database, log);
  expect(await version()).toEqual(current);
  expect(await file()).not.toEqual(before);
});
