import { readdirSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrations/migrate.js";
import { readMigrations } from "../../src/db/migrations/schema-files.js";
import { openDatabase } from "../../src/db/open.js";
import { raw } from "../../src/db/sql.js";
import { temporaryFolder } from "../dump/reading.js";
import { apiKey } from "../support/api-key.js";
import { answer, wholeApi } from "../support/ask.js";
import { cleanUp, emptyServerDatabase, kinds, testDatabase } from "../support/database.js";
import { ask, testServer } from "../support/server.js";
import { restored, standardAnswers } from "./contents.js";

const folder = fileURLToPath(new URL("versions/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".tar"));
const log = pino({ level: "silent" });

/** A database without tables, of the kind that this run tests on. */
async function withoutTables(): Promise<Database> {
  const url = kinds[0] === "postgres" ? await emptyServerDatabase() : undefined;
  const database = await openDatabase({ url, dataDir: join(await temporaryFolder(), "data"), log });
  cleanUp(() => database.close());
  return database;
}

describe("a backup of an earlier version of the schema", () => {
  test.each(files)(
    "%s is upgraded, and answers as the newest",
    async (file) => {
      const migrations = (await readMigrations()).map(({ name }) => name);
      const version = basename(file, ".tar");
      expect(migrations).toContain(version);
      expect((await stat(join(folder, file))).size).toBeLessThan(50_000);
      const database = await withoutTables();
      const { applied } = await restored(join(folder, file), database);
      expect(applied).toEqual(migrations.slice(migrations.indexOf(version) + 1));

      const [whoSupports, whatIsOnRecord] = await standardAnswers(database, "01", "50");
      expect(whoSupports).toMatchObject({
        proposal: {
          title: "Two-state solution",
          stanceCounts: expect.arrayContaining([
            { stance: "SUPPORTS", count: 1 },
            { stance: "ABSTAINS", count: 1 },
            { stance: "OPPOSES", count: 0 },
          ]),
          supporters: { totalCount: 1, nodes: [{ name: "First State", kind: "STATE" }] },
          positions: { nodes: [] }, // as of 27 January: a position since "2021-01" may be of the 31st
        },
      });
      expect(whatIsOnRecord).toMatchObject({
        actors: { totalCount: 2 },
        proposals: { totalCount: 1 },
        statements: { totalCount: 1 },
      });
      const search = `{ search(query: "second", first: 1) { nodes { ... on Actor { slug } } } }`;
      expect(await answer(database, search)).toEqual({ search: { nodes: [{ slug: "second" }] } });
    },
    60_000,
  );

  test("is not restored into a database with a newer schema, which is left as it is", async () => {
    const database = await testDatabase();
    const count = async () => database.query(raw(`select count(*)::int as "applied" from "_prisma_migrations"`));
    const before = await count();
    const [oldest = ""] = files;
    await expect(restored(join(folder, oldest), database)).rejects.toThrow(
      "The database has a newer schema than the backup",
    );
    expect(await count()).toEqual(before);
  });
});

test("a server that runs goes on when a newer version adds a table and columns; it would not start any more", async () => {
  const database = await testDatabase({ seeds: true });
  const { headers } = await apiKey(database, "EDITOR");
  const server = await testServer({ schema: wholeApi().schema, database });
  cleanUp(() => server.close());
  const question = `{ proposal(slug: "two-state-solution") { supporters { totalCount } } }`;
  const record = (slug: string) =>
    ask(server, `mutation { recordTopic(input: { slug: "${slug}", name: "Topic" }) { topic { slug } } }`, { headers });
  const before = await ask(server, question, { headers });
  expect(before).toMatchObject({ status: 200, data: { proposal: { supporters: { totalCount: 2 } } } });
  expect(await record("before")).toMatchObject({ data: { recordTopic: { topic: { slug: "before" } } } });

  for (const change of [
    `create table "Newer" ("id" uuid primary key)`,
    ...["ApiKey", "Actor", "Topic", "Proposal", "Position", "Revision"].map(
      (table) => `alter table "${table}" add column "newer" text`,
    ),
    `insert into "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") values ('newer', '', '29990101000000_newer', now())`,
  ]) {
    await database.query(raw(change));
  }
  const { data } = await ask(server, question, { headers });
  expect(data).toEqual(before.data);
  expect(await record("after")).toMatchObject({ data: { recordTopic: { topic: { slug: "after" } } } });
  await expect(migrate(database, log)).rejects.toThrow(
    "29990101000000_newer, which this version of Standpoint does not have",
  );
});
