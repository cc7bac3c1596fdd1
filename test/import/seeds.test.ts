import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { loadSeeds, loadSeedVotes } from "../../src/import/seeds.js";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
});

async function countOf(table: "Actor" | "Position" | "Revision" | "RollCall"): Promise<number> {
  const tables = {
    Actor: sql`"Actor"`,
    Position: sql`"Position"`,
    Revision: sql`"Revision"`,
    RollCall: sql`"RollCall"`,
  };
  const [row] = await database.query<{ count: number }>(sql`select count(*)::int as count from ${tables[table]}`);
  return row?.count ?? 0;
}

describe("the votes that come with Standpoint", () => {
  test("are recorded for states that the dossiers have, with all names and codes", async () => {
    const actors = await countOf("Actor");
    const { sums, rejected, conflicts, corrections } = await loadSeedVotes(database);
    expect({ rejected, conflicts, corrections }).toEqual({ rejected: 0, conflicts: 0, corrections: 0 });
    expect(sums.get("un_roll_calls.csv.gz")).toMatchObject({ read: 235, recorded: 235 });
    expect(sums.get("un_votes.csv.gz")).toMatchObject({ read: 36_426, recorded: 36_426 });
    expect(await countOf("Actor")).toBe(actors);
  });

  test("have the totals that the Assembly published", async () => {
    const tally = "rollCalls { nodes { tally { counted { yes no abstain absent } } } }";
    const found = await answer(
      database,
      `{ status: proposal(slug: "un-ga-67-19") { ${tally} } settlement: proposal(slug: "un-ga-74-11") { ${tally} } }`,
    );
    const counted = (proposal: { rollCalls: { nodes: { tally: { counted: object } }[] } }) =>
      proposal.rollCalls.nodes.map(({ tally }) => tally.counted);
    expect(counted(found.status)).toEqual([{ yes: 138, no: 9, abstain: 41, absent: 5 }]);
    expect(counted(found.settlement)).toMatchObject([{ yes: 147, no: 7, abstain: 13 }]);
  });

  test("are those of members of the United Nations on the day", async () => {
    const strangers = await database.query(sql`
      select distinct holder.slug, vote.slug as vote
      from "Position" position join "RollCall" vote on vote.id = position."evidenceRollCallId"
        join "Actor" holder on holder.id = position."holderId"
      where vote.number is not null and not exists (
        select from "Affiliation" membership join "Actor" body on body.id = membership."organizationId"
        where body.slug = 'united-nations' and membership."memberId" = holder.id and membership.kind = 'MEMBERSHIP'
          and membership."duringStartLatest" <= vote."heldOnLatest" and membership."duringLatest" >= vote."heldOnEarliest")`);
    expect(strangers).toEqual([]);
  });

  test("and the dossiers change nothing when they are recorded again", async () => {
    const before = [await countOf("Revision"), await countOf("Position"), await countOf("RollCall")];
    const { counts } = await loadSeeds(database);
    const changed = Object.values(counts).flatMap(({ recorded, revised }) => [recorded, revised]);
    expect(Math.max(...changed)).toBe(0);
    const { sums } = await loadSeedVotes(database);
    expect([...sums.values()].map(({ recorded }) => recorded)).toEqual([0, 0, 0, 0]);
    expect([await countOf("Revision"), await countOf("Position"), await countOf("RollCall")]).toEqual(before);
  });
});
