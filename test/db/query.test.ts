import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { kinds, testDatabase } from "../support/database.js";

describe.each(kinds)("a statement on %s", (kind) => {
  let database: Database;

  beforeAll(async () => {
    database = await testDatabase({ kind });
  });

  test("gives the same values on either database", async () => {
    const rows = await database.query(sql`select
      date '2021-01-26' as day, date '0001-01-01' as "openStart", date '9999-12-31' as "openEnd",
      timestamptz '2021-01-26 12:00:00.123456+02' as moment, timestamp '2021-01-26 12:00:00' as "localMoment",
      12::int8 as big, 12::int4 as whole, 12::int2 as small, 1.5::numeric as exact, 1.5::float8 as float,
      true as yes, false as no, 'SUPPORTS'::"Stance" as label, array['SUPPORTS', 'OPPOSES']::"Stance"[] as labels,
      '{}'::"Stance"[] as "noLabels", array['a,b', 'c"d\\', null] as texts, array[1, 2] as numbers, array[1.5] as "exacts",
      array[date '2021-01-26'] as days, array[true, false] as booleans, array[timestamptz '2021-01-26Z'] as moments,
      '{"a": [1, "b"]}'::jsonb as json, array['{"a": 1}'::json] as jsons, null::text as nothing, 'x' as text,
      '0198c0a0-0000-7000-8000-000000000000'::uuid as id, array['0198c0a0-0000-7000-8000-000000000000']::uuid[] as ids`);
    expect(rows).toEqual([
      {
        day: "2021-01-26",
        openStart: "0001-01-01",
        openEnd: "9999-12-31",
        moment: new Date("2021-01-26T10:00:00.123Z"),
        localMoment: new Date("2021-01-26T12:00:00Z"),
        big: 12,
        whole: 12,
        small: 12,
        exact: 1.5,
        float: 1.5,
        yes: true,
        no: false,
        label: "SUPPORTS",
        labels: ["SUPPORTS", "OPPOSES"],
        noLabels: [],
        texts: ["a,b", 'c"d\\', null],
        numbers: [1, 2],
        exacts: [1.5],
        days: ["2021-01-26"],
        booleans: [true, false],
        moments: [new Date("2021-01-26T00:00:00Z")],
        json: { a: [1, "b"] },
        jsons: [{ a: 1 }],
        nothing: null,
        text: "x",
        id: "0198c0a0-0000-7000-8000-000000000000",
        ids: ["0198c0a0-0000-7000-8000-000000000000"],
      },
    ]);
  });

  test("takes values of every kind", async () => {
    const [row] = await database.query(sql`select
      ${"it's"}::text as text, ${12}::int as whole, ${1.5}::float8 as float, ${true}::bool as yes, ${null}::text as nothing,
      ${["a", 'b"\\,{}', null, ""]}::text[] as texts, ${[]}::text[] as none, ${[1, 2]}::int[] as numbers,
      ${["SUPPORTS"]}::"Stance"[] as labels, ${new Date("2021-01-26T10:00:00Z")}::timestamptz as moment,
      ${"2021-01-26"}::date as day, ${{ a: [1] }}::jsonb as json, ${"0198c0a0-0000-7000-8000-000000000000"}::uuid as id`);
    expect(row).toEqual({
      text: "it's",
      whole: 12,
      float: 1.5,
      yes: true,
      nothing: null,
      texts: ["a", 'b"\\,{}', null, ""],
      none: [],
      numbers: [1, 2],
      labels: ["SUPPORTS"],
      moment: new Date("2021-01-26T10:00:00Z"),
      day: "2021-01-26",
      json: { a: [1] },
      id: "0198c0a0-0000-7000-8000-000000000000",
    });
  });

  test("is right again and again, prepared or not", async () => {
    for (let round = 0; round < 8; round++) {
      expect(await database.query(sql`select ${round}::int + 1 as next`)).toEqual([{ next: round + 1 }]);
    }
  });

  test("fails with the database's error, and the next one works", async () => {
    await expect(database.query(sql`select 1 / ${0}::int`)).rejects.toMatchObject({ code: "22012" });
    expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});
