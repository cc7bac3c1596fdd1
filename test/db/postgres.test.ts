import { describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import { DatabaseUnavailable, QueryTimeout } from "../../src/db/errors.js";
import { openDatabase } from "../../src/db/open.js";
import { checkFacts } from "../../src/db/postgres/server.js";
import { StatementNames } from "../../src/db/reading/statement-names.js";
import { sql } from "../../src/db/sql.js";
import { emptyServerDatabase, kinds } from "../support/database.js";

const log = pino({ level: "silent" });
const open = (url: string) => openDatabase({ url, dataDir: "", log, limits: { statement: 300 } });

test.each([
  [
    "postgres://someone:s3cret@127.0.0.1:1/standpoint",
    'database "standpoint" at 127.0.0.1:1 as "someone": connect ECONNREFUSED',
  ],
  ["postgres://someone:s3cret@host.invalid/standpoint", "at host.invalid:5432 as"],
  ["someone:s3cret@host", "DATABASE_URL is not a URL"],
  ["postgres://some one:s3cret@[::::", "DATABASE_URL is not a URL"],
])("a server that cannot be used at %s is told without its password", async (url, message) => {
  const error = await open(url).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DatabaseUnavailable);
  expect(String(error)).toContain(message);
  expect(JSON.stringify([String(error), error, (error as Error).stack, (error as Error).cause])).not.toContain(
    "s3cret",
  );
});

test.each([
  [{ version: 130_011 }, "The server at db:5432 is Postgres 13; Standpoint needs 14 or later"],
  [{ encoding: "LATIN1" }, 'The database "record" at db:5432 is encoded in LATIN1; Standpoint needs UTF8'],
  [{ icu: false }, "The server at db:5432 has no ICU collations"],
])("a server that lacks what is needed, %j, is told so", (lacking, message) => {
  const server = { host: "db", port: 5432, database: "record" };
  const enough = { version: 140_000, encoding: "UTF8", icu: true };
  expect(() => checkFacts({ ...enough, ...lacking }, server)).toThrow(message);
  expect(checkFacts(enough, server)).toBeUndefined();
});

test("prepared statements are named from the second time on, and their number is bounded", () => {
  const names = new StatementNames(2);
  expect([names.for("a"), names.for("b")]).toEqual([undefined, undefined]);
  const name = names.for("a");
  expect(name).toMatch(/^[\w-]{16}$/);
  expect(names.for("a")).toBe(name);
  expect(names.for("b")).not.toBe(name);
  expect(names.generation).toBe(0);
  names.for("c");
  expect(names.for("c")).toBeDefined();
  expect(names.generation).toBe(1);
  expect(names.for("a")).toBeUndefined();
});

if (kinds.includes("postgres")) {
  describe("a server", () => {
    test("gives up on a statement that takes too long, and goes on", async () => {
      const database = await open(await emptyServerDatabase());
      await expect(database.query(sql`select pg_sleep(5)`)).rejects.toThrow(QueryTimeout);
      expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
      await database.close();
    });

    test("refuses a database in another encoding at once", async () => {
      const url = await emptyServerDatabase("encoding 'LATIN1' locale 'C'");
      const error = await open(url).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(DatabaseUnavailable);
      expect(String(error)).toContain("is encoded in LATIN1; Standpoint needs UTF8: createdb --encoding=UTF8");
    });

    test("is left cleanly, and may be left twice", async () => {
      const database = await open(await emptyServerDatabase());
      const slow = database.query(sql`select 1 as one from pg_sleep(0.1)`);
      const patience = 60_000; // not the limit of a query, which is short here
      await Promise.all([database.close(patience), database.close(patience)]);
      await database.close(patience);
      expect(await slow).toEqual([{ one: 1 }]);
    });

    test("that ends a connection costs one statement at most", async () => {
      const database = await open(await emptyServerDatabase());
      const suicide = database.query(sql`select pg_terminate_backend(pg_backend_pid())`);
      await expect(suicide).rejects.toThrow();
      expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
      await database.close();
    });
  });
}
