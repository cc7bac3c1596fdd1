import { expect, test } from "@jest/globals";
import { validate, version } from "uuid";
import { sql } from "../../src/db/sql.js";
import { newIdSql } from "../../src/record/new-id.js";
import { testDatabase } from "../support/database.js";

test("ids that Postgres makes are of version 7 and the present moment", async () => {
  const database = await testDatabase();
  const rows = await database.query<{ id: string; at: number }>(
    sql`select ${newIdSql} as id, extract(epoch from clock_timestamp()) * 1000 as at from generate_series(1, 100)`,
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(100);
  for (const { id, at } of rows) {
    expect([validate(id), version(id)]).toEqual([true, 7]);
    const moment = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
    expect(Math.abs(moment - Number(at))).toBeLessThan(1_000);
  }
});

test("every revision has an id of version 7, whoever wrote it", async () => {
  const database = await testDatabase({ seeds: true });
  const rows = await database.query<{ importer: string | null; count: number; v7: number }>(
    sql`select importer, count(*)::int as count, count(*) filter (where substr(id::text, 15, 1) = '7')::int as v7
      from "Revision" group by importer`,
  );
  expect(rows).not.toEqual([]);
  for (const { count, v7 } of rows) expect(v7).toBe(count);
});
