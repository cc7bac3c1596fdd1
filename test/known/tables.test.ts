import { beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrations/migrate.js";
import { readMigrations } from "../../src/db/migrations/schema-files.js";
import { openDatabase } from "../../src/db/open.js";
import { sql } from "../../src/db/sql.js";
import { emptyServerDatabase, kinds, testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { ask, testServer } from "../support/server.js";

/** Tables that answers are made of, which are only ever added to: their views go by when a row was recorded. */
const addedTo = ["Change", "ImportBatch", "Revision"];
/** Tables that are made of others: their views compute them of those of then. */
const computed = ["HolderStances", "SubjectStances"];
/** Tables of which no answer is made, or whose rows are the same at all times. */
const unread = [
  ...["HolderPlace", "SubjectPlace"],
  ...["ActorMergePart", "AnswerChange", "ApiKey", "Draft", "IdempotencyKey", "Question", "SavedQuestion"],
  ...["WebhookDelivery", "_prisma_migrations"],
];

describe.each(kinds)("the tables on %s", (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase({ kind });
  });

  const columns = async (schema: string): Promise<Map<string, string[]>> => {
    const rows = await database.query<{ table: string; columns: string[] }>(
      sql`select c.relname::text as "table", array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) order by a.attnum) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = ${schema}::regnamespace and c.relkind = ${schema === "known" ? "v" : "r"} group by 1 order by 1`,
    );
    return new Map(rows.map(({ table, columns }) => [table, columns]));
  };
  const systemUntil = "systemUntil timestamp(6) with time zone";

  test("have each a twin with its history and a view, with every column", async () => {
    const tables = await columns("public");
    const versioned = new Map([...tables].filter(([table]) => ![...addedTo, ...computed, ...unread].includes(table)));
    expect([...addedTo, ...computed, ...unread].filter((table) => !tables.has(table))).toEqual([]);
    expect(await columns("history")).toEqual(
      new Map([...versioned].map(([table, columns]) => [table, [systemUntil, ...columns]])),
    );
    const read = new Map([...tables].filter(([table]) => !unread.includes(table)));
    expect(await columns("known")).toEqual(read);
    for (const columns of versioned.values()) expect(columns).toContain("systemFrom timestamp(6) with time zone");
  });

  test("get a new column in all three places, with what rows said before it was there", async () => {
    await database.query(sql`insert into "Topic" (id, slug, name) values (gen_random_uuid(), 'one', 'One')`);
    await database.query(sql`update "Topic" set name = 'Two'`);
    await database.query(sql`alter table "Topic" add column "shade" text not null default 'grey'`);
    await database.query(sql`select standpoint_keep_versions('"Topic"')`);
    await database.query(sql`update "Topic" set shade = 'red'`);
    expect(await database.query(sql`select name, shade from history."Topic" order by "systemUntil"`)).toEqual([
      { name: "One", shade: "grey" },
      { name: "Two", shade: "grey" },
    ]);
    expect((await columns("known")).get("Topic")?.at(-1)).toBe("shade text");
  });

  test("keep no version of what one transaction wrote twice, and nothing of what never was", async () => {
    const [kept] = await database.query<{ before: number }>(sql`select count(*)::int as before from history."Source"`);
    await database.withBulkSession(async (session) => {
      await session.transaction(async () => {
        await session.query(sql`insert into "Source" (id, slug, title, kind)
          values (gen_random_uuid(), 'one', 'One', 'NEWS'), (gen_random_uuid(), 'two', 'Two', 'NEWS')`);
        await session.query(sql`update "Source" set title = 'Uno' where slug = 'one'`);
        await session.query(sql`delete from "Source" where slug = 'two'`);
      });
      await session.transaction(async () => {
        await session.query(sql`update "Source" set title = 'Eins'`);
        await session.query(sql`update "Source" set title = 'Un'`);
      });
    });
    expect(kept?.before).toBe(0);
    const versions = await database.query(
      sql`select title, "systemFrom" < "systemUntil" as lasted from history."Source"`,
    );
    expect(versions).toEqual([{ title: "Uno", lasted: true }]);
  });
});

if (kinds.includes("postgres")) {
  test("a record from before there was a history has it from then on, and says since when", async () => {
    const log = pino({ level: "silent" });
    const database = await openDatabase({ url: await emptyServerDatabase(), dataDir: "", log });
    const migrations = await readMigrations();
    const history = migrations.findIndex(({ name }) => name.endsWith("_history"));
    await migrate(database, log, migrations.slice(0, history));
    await database.query(sql`insert into "Topic" (id, slug, name) values (gen_random_uuid(), 'one', 'One')`);
    await migrate(database, log);
    const server = await testServer({ schema, database });
    const known = (moment: string) => ask(server, `{ topic(slug: "one", knownAt: "${moment}") { name } }`);

    expect((await known(new Date().toISOString())).data).toEqual({ topic: { name: "One" } });
    expect(await known("2026-01-01T00:00:00Z")).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(
            /^`knownAt` must not be before 20\d\d-.*Z, where the history of this record begins$/,
          ),
          path: ["topic"],
          extensions: { code: "BAD_USER_INPUT", fields: [{ path: "knownAt" }] },
        },
      ],
    });
    await server.close();
    await database.close();
  });
}
