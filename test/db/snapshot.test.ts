import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { kinds, testDatabase } from "../support/database.js";

describe.each(kinds)("a snapshot on %s", (kind) => {
  let database: Database;
  let then: string;
  beforeAll(async () => {
    database = await testDatabase({ kind });
    await database.query(sql`insert into "Topic" (id, slug, name) values (gen_random_uuid(), 'water', 'Water')`);
    const [moment] = await database.query<{ at: string }>(
      sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    );
    then = moment?.at ?? "";
    // The embedded database's clock may stand still for a millisecond, and the change must come after the moment.
    const isOver = sql`select clock_timestamp() > ${then}::timestamptz + interval '1 ms' as "isOver"`;
    while (!(await database.query<{ isOver: boolean }>(isOver))[0]?.isOver);
    await database.query(sql`update "Topic" set name = 'Fresh water'`);
  });

  const names = async (on: Database) =>
    (await on.query<{ name: string }>(sql`select name from "Topic" order by slug`)).map(({ name }) => name);

  // Nobody writes meanwhile on the embedded one: it is lent whole.
  const whereOthersWrite = kind === "embedded" ? test.skip : test;

  whereOthersWrite("does not see what is committed meanwhile", async () => {
    await database.inSnapshot(async (snapshot) => {
      expect(await names(snapshot)).toEqual(["Fresh water"]);
      await database.query(sql`insert into "Topic" (id, slug, name) values (gen_random_uuid(), 'air', 'Air')`);
      expect(await names(snapshot)).toEqual(["Fresh water"]);
      expect(await snapshot.inSnapshot(names)).toEqual(["Fresh water"]);
    });
    expect(await names(database)).toEqual(["Air", "Fresh water"]);
    await database.query(sql`delete from "Topic" where slug = 'air'`);
  });

  test("reads what was known at a moment, between statements about now, all asked at once", async () => {
    const answers = await database.inSnapshot((snapshot) =>
      Promise.all([snapshot, snapshot.asKnownAt(then), snapshot, snapshot.asKnownAt(then)].map(names)),
    );
    expect(answers).toEqual([["Fresh water"], ["Water"], ["Fresh water"], ["Water"]]);
  });

  test("is only for reading", async () => {
    const writing = database.inSnapshot((snapshot) => snapshot.query(sql`update "Topic" set name = 'Wine'`));
    await expect(writing).rejects.toThrow(/read-only/);
    expect(await names(database)).toEqual(["Fresh water"]);
  });

  test("fails for the first reason for which a statement failed, and leaves the database as it is", async () => {
    const reasons = await database.inSnapshot((snapshot) =>
      Promise.all([
        snapshot.query(sql`select 1 / 0`).catch(({ message }) => message),
        names(snapshot).catch(({ message }) => message),
      ]),
    );
    expect(reasons).toEqual(["division by zero", "division by zero"]);
    await database.inSnapshot(async (snapshot) => {
      await expect(snapshot.asKnownAt(then).query(sql`select 1 / 0`)).rejects.toThrow("division by zero");
      expect(await names(snapshot)).toEqual(["Fresh water"]); // what failed at a moment of its own is undone
    });
    expect(await names(database)).toEqual(["Fresh water"]);
  });

  test("tells what its work throws", async () => {
    await expect(database.inSnapshot(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await names(database)).toEqual(["Fresh water"]);
  });
});
