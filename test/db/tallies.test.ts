import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { countingAtTheEnd } from "../../src/record/store/tallies.js";
import { kinds, testDatabase } from "../support/database.js";
import { insertCast, insertPositions } from "./record.js";

describe.each(kinds)("the counted tally on %s", (kind) => {
  let database: Database;
  let cast: Awaited<ReturnType<typeof insertCast>>;
  let votes: string[];

  const tallies = async (): Promise<number[][]> => {
    const rows = await database.query<{ counts: number[] }>(sql`
      select array["countedYes", "countedNo", "countedAbstain"] as "counts" from "RollCall"
      order by array_position(${cast.rollCalls}::uuid[], "id")`);
    return rows.map(({ counts }) => counts);
  };

  beforeEach(async () => {
    database ??= await testDatabase({ kind });
    await database.query(sql`delete from "Position"`);
    await database.query(sql`delete from "RollCall"`);
    cast = await insertCast(database, { holders: 5, subjects: 2 });
    const stances = ["SUPPORTS", "SUPPORTS", "OPPOSES", "ABSTAINS", "SUPPORTS"];
    votes = await insertPositions(
      database,
      cast.holders.map((holder, place) => ({
        holder,
        proposal: cast.subjects[0] as string, // the cast has two
        rollCall: cast.rollCalls[0],
        since: "2021-01-26",
        basis: "VOTE",
        stance: stances[place],
        retracted: place === 4,
      })),
    );
  });

  test("counts the votes that are not retracted", async () => {
    expect(await tallies()).toEqual([
      [2, 1, 1],
      [0, 0, 0],
    ]);
  });

  test("leaves out what is no vote, and undecided ones", async () => {
    const [holder, proposal] = [cast.holders[0] as string, cast.subjects[1] as string];
    const position = { holder, proposal, rollCall: cast.rollCalls[1], since: "2021-01-26" };
    await insertPositions(database, [
      { ...position, basis: "ADOPTION" },
      { ...position, basis: "VOTE", stance: "UNDECIDED" },
    ]);
    expect((await tallies())[1]).toEqual([0, 0, 0]);
  });

  test("a transaction can count at its end, once", async () => {
    const [holder, proposal] = [cast.holders[0] as string, cast.subjects[1] as string];
    const rollCall = cast.rollCalls[1] as string;
    let meanwhile: number | undefined;
    await database.prisma.$transaction(async (transaction) => {
      await countingAtTheEnd(transaction, async () => {
        await transaction.$executeRaw(sql`
          insert into "Position" (id, "holderId", "proposalId", "subjectId", stance, basis, since, "sinceEarliest",
            "sinceLatest", "evidenceRollCallId")
          values (gen_random_uuid(), ${holder}::uuid, ${proposal}::uuid, ${proposal}::uuid, 'OPPOSES', 'VOTE', '2021',
            '2021-01-01', '2021-12-31', ${rollCall}::uuid)`);
        const [row] = await transaction.$queryRaw<{ no: number }[]>(
          sql`select "countedNo" as no from "RollCall" where id = ${rollCall}::uuid`,
        );
        meanwhile = row?.no;
        return new Set([rollCall]);
      });
    });
    expect(meanwhile).toBe(0);
    expect((await tallies())[1]).toEqual([0, 1, 0]);
    // The next transaction counts at once again.
    await database.query(sql`update "Position" set stance = 'SUPPORTS' where "evidenceRollCallId" = ${rollCall}::uuid`);
    expect((await tallies())[1]).toEqual([1, 0, 0]);
  });

  test.each([
    [
      "retracting",
      sql`update "Position" set "retractedAt" = now(), "retractionReason" = 'wrong'`,
      [0, 0, 0],
      [0, 0, 0],
    ],
    ["reinstating", sql`update "Position" set "retractedAt" = null, "retractionReason" = null`, [3, 1, 1], [0, 0, 0]],
    ["another stance", sql`update "Position" set "stance" = 'OPPOSES'`, [0, 4, 0], [0, 0, 0]],
    ["another basis", sql`update "Position" set "basis" = 'STATEMENT'`, [0, 0, 0], [0, 0, 0]],
    [
      "another roll call",
      sql`update "Position" set "evidenceRollCallId" = (
        select r."id" from "RollCall" r where r."id" <> "Position"."evidenceRollCallId" limit 1)`,
      [0, 0, 0],
      [2, 1, 1],
    ],
    ["deleting", sql`delete from "Position"`, [0, 0, 0], [0, 0, 0]],
    ["a note", sql`update "Position" set "note" = 'seen'`, [2, 1, 1], [0, 0, 0]],
  ])("follows %s", async (_, statement, first, second) => {
    await database.query(statement);
    expect(await tallies()).toEqual([first, second]);
    expect(votes).toHaveLength(5);
  });
});
