import { describe, expect, test } from "@jest/globals";
import { requestDatabase } from "../../../src/db/admission/request-database.js";
import type { Database } from "../../../src/db/database.js";
import { ClientGone, QueryTimeout } from "../../../src/db/errors.js";
import { type Sql, sql } from "../../../src/db/sql.js";
import { kinds, testDatabase } from "../../support/database.js";

const plenty = { time: 60_000, patience: 60_000, connections: 2 };
const client = "test";

/** A database whose queries end when they are told to. */
async function controlled(): Promise<{ database: Database; running: (() => void)[] }> {
  const running: (() => void)[] = [];
  const database = await testDatabase({ kind: "embedded" });
  const query = <Row>(_statement: Sql): Promise<Row[]> => new Promise((resolve) => running.push(() => resolve([])));
  return { database: { ...database, query, turns: (await testDatabase({ kind: kinds[0] })).turns }, running };
}

const round = () => new Promise((resolve) => setImmediate(resolve));

test("a request uses few connections at once", async () => {
  const { database, running } = await controlled();
  const own = requestDatabase({ ...database }, { client, limits: { ...plenty, connections: 1 } });
  const queries = Array.from({ length: 3 }, () => own.query(sql`select 1`));
  for (const _ of queries) {
    await round();
    await round();
    expect(running).toHaveLength(1);
    running.shift()?.();
  }
  await Promise.all(queries);
});

test("the feed is no request's own, and an event has a budget of its own", async () => {
  const database = await testDatabase();
  const own = requestDatabase(database, { client, limits: { ...plenty, time: 50 } });
  expect(own.request?.behind).toBe(database);
  await Promise.allSettled([own.query(sql`select pg_sleep(0.1)`)]);
  await expect(own.query(sql`select 1 as one`)).rejects.toThrow(QueryTimeout);
  expect(await own.request?.renewed().query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

describe.each(kinds)("on %s", (kind) => {
  test("what waits is dropped when the client is gone", async () => {
    const database = await testDatabase({ kind });
    const gone = new AbortController();
    const own = requestDatabase(database, { client, signal: gone.signal, limits: plenty });
    const queries = Array.from({ length: 5 }, () => own.query(sql`select 1`));
    const outcomes = Promise.allSettled(queries);
    gone.abort(new ClientGone("gone"));
    const reasons = (await outcomes).map((outcome) => outcome.status === "rejected" && outcome.reason);
    expect(reasons.filter((reason) => reason instanceof ClientGone).length).toBeGreaterThanOrEqual(3);
    await expect(own.asKnownAt("2027-01-01T00:00:00.000Z").query(sql`select 1`)).rejects.toThrow(ClientGone);
    await expect(own.inSnapshot((snapshot) => snapshot.query(sql`select 1`))).rejects.toThrow(ClientGone);
  });

  test("all ways to read spend one budget", async () => {
    const database = await testDatabase({ kind });
    const own = requestDatabase(database, { client, limits: plenty });
    await own.query(sql`select pg_sleep(0.1)`);
    await own.asKnownAt("2027-01-01T00:00:00.000Z").query(sql`select pg_sleep(0.1)`);
    await own.inSnapshot((snapshot) => snapshot.query(sql`select pg_sleep(0.1)`));
    expect(own.request?.spent()).toBeGreaterThan(295);
  });
});

if (kinds.includes("postgres")) {
  describe("on a server", () => {
    const sleeping = async (database: Database): Promise<number> => {
      const [row] = await database.query<{ count: number }>(sql`select count(*)::int as "count" from pg_stat_activity
        where datname = current_database() and state = 'active' and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`);
      return row?.count ?? 0;
    };
    const until = async (database: Database, count: number): Promise<void> => {
      while ((await sleeping(database)) !== count) await round();
    };

    test("a query of a client that hangs up is cancelled in the database", async () => {
      const database = await testDatabase({ kind: "postgres" });
      const gone = new AbortController();
      const own = requestDatabase(database, { client, signal: gone.signal, limits: plenty });
      const queries = Promise.allSettled([
        own.query(sql`select pg_sleep(30)`),
        own.inSnapshot((snapshot) => snapshot.query(sql`select pg_sleep(30)`)),
      ]);
      await until(database, 2);
      gone.abort(new ClientGone("gone"));
      for (const outcome of await queries) expect(outcome).toMatchObject({ reason: expect.any(ClientGone) });
      expect(await sleeping(database)).toBe(0);
      // The connections are as good as before.
      const answers = Array.from({ length: 10 }, () => database.query(sql`select 1 as one`));
      expect(await Promise.all(answers)).toEqual(Array.from({ length: 10 }, () => [{ one: 1 }]));
    });

    test("queries of one request share its time, and are cancelled when it is used up", async () => {
      const database = await testDatabase({ kind: "postgres" });
      const own = requestDatabase(database, { client, limits: { ...plenty, time: 200 } });
      const began = performance.now();
      const queries = [own.query(sql`select pg_sleep(30)`), own.query(sql`select pg_sleep(30)`)];
      for (const outcome of await Promise.allSettled(queries))
        expect(outcome).toMatchObject({ reason: expect.any(QueryTimeout) });
      expect(performance.now() - began).toBeLessThan(20_000);
      expect(await sleeping(database)).toBe(0);
    });

    test("while one client's long queries take all that they may, others, writes and readiness do not wait", async () => {
      const database = await testDatabase({ kind: "postgres" });
      const gone = new AbortController();
      const attacks = Array.from({ length: 20 }, () =>
        requestDatabase(database, { client: "attacker", signal: gone.signal, limits: plenty }).query(
          sql`select pg_sleep(30)`,
        ),
      );
      const ended = Promise.allSettled(attacks);
      await until(database, 2);
      const other = requestDatabase(database, { client: "other", limits: { ...plenty, patience: 5000 } });
      expect(await Promise.all([1, 2, 3, 4].map(() => other.query(sql`select 1 as one`)))).toHaveLength(4);
      expect(await database.prisma.topic.count()).toBe(0);
      expect(await sleeping(database)).toBe(2);
      gone.abort(new ClientGone("gone"));
      await ended;
    });
  });
}
