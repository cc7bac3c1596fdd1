import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { insertCast, insertPositions } from "../db/record.js";
import { wrongBits } from "../record/consistency.js";
import { kinds, testDatabase } from "../support/database.js";

describe.each(kinds)("standing positions as strings of bits on %s", (kind) => {
  let database: Database;
  let cast: Awaited<ReturnType<typeof insertCast>>;

  const bits = async (): Promise<number> => {
    const [row] = await database.query<{ count: number }>(
      sql`select coalesce(sum(bit_count(holders)), 0)::int as count from "SubjectStances"`,
    );
    return row?.count ?? 0;
  };

  beforeEach(async () => {
    database ??= await testDatabase({ kind });
    await database.query(sql`delete from "Position"`);
    await database.query(sql`delete from "RollCall"`);
    // More holders than one string has bits.
    cast = await insertCast(database, { holders: 300, subjects: 2 });
    await insertPositions(
      database,
      cast.holders.map((holder, place) => ({
        holder,
        proposal: cast.subjects[0] as string, // the cast has two
        rollCall: cast.rollCalls[0],
        since: "2021-01-26",
        basis: "VOTE",
        stance: place % 3 === 0 ? "OPPOSES" : "SUPPORTS",
      })),
    );
  });

  test("has one for each position that stands", async () => {
    expect(await bits()).toBe(300);
    expect(await wrongBits(database)).toEqual([]);
  });

  test("a later position takes the place of an earlier one", async () => {
    const [holder, proposal] = [cast.holders[0] as string, cast.subjects[0] as string];
    await insertPositions(database, [{ holder, proposal, since: "2022-02-01", stance: "ABSTAINS" }]);
    expect(await bits()).toBe(300);
    expect(await wrongBits(database)).toEqual([]);
  });

  const half = sql`"id" in (select "id" from "Position" order by "id" limit 150)`;
  test.each([
    [
      "retracting",
      sql`update "Position" set "retractedAt" = now(), "retractionReason" = 'wrong', "standingUntil" = "sinceLatest" where ${half}`,
      150,
    ],
    ["another stance", sql`update "Position" set "stance" = 'ABSTAINS' where ${half}`, 300],
    ["another basis", sql`update "Position" set "basis" = 'STATEMENT' where ${half}`, 300],
    ["other days", sql`update "Position" set "since" = '2020', "sinceEarliest" = '2020-01-01' where ${half}`, 300],
    ["no roll call", sql`update "Position" set "evidenceRollCallId" = null where ${half}`, 300],
    ["deleting", sql`delete from "Position" where ${half}`, 150],
    ["a note", sql`update "Position" set "note" = 'seen'`, 300],
  ])("follow %s", async (_, statement, count) => {
    await database.query(statement);
    expect(await bits()).toBe(count);
    expect(await wrongBits(database)).toEqual([]);
  });

  test("follow another holder and another subject", async () => {
    const other = cast.subjects[1] as string;
    await database.query(
      sql`update "Position" set "proposalId" = ${other}::uuid, "subjectId" = ${other}::uuid where ${half}`,
    );
    await database.query(sql`update "Position" set "holderId" = ${cast.holders[7]}::uuid
      where "holderId" = ${cast.holders[8]}::uuid`);
    expect(await wrongBits(database)).toEqual([]);
  });
});
