import { describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { testDatabase } from "../../support/database.js";
import { importSample } from "./imported.js";
import { country, type Sample } from "./sample.js";

const { france } = country;

const row = {
  ...{ rcid: 1, session: 54, date: "1999-12-17", unres: "R/54/1", short: "SUBJECT", descr: "Text" },
  ...{ stated_yes: 1, stated_no: 0 },
};

describe("absences", () => {
  const cuba = ["Cuba", "CU"];
  const haiti = ["Haiti", "HT"];
  const release = (...absences: Sample["votes"]): Sample => ({
    rollCalls: [row],
    votes: [[1, ...france, "yes"]],
    absences,
  });
  const absent = async (database: Database) => {
    const rows = await database.query<{ member: string }>(sql`
      select a.slug || ' ' || l.basis as member from "RollCallAbsence" l join "Actor" a on a.id = l."actorId" order by a.slug`);
    return rows.map(({ member }) => member);
  };

  test("a record with their number alone gets the names, and an inferred one a source's word", async () => {
    const database = await testDatabase();
    await importSample(database, release([1, ...cuba, "recorded"], [1, ...haiti, "derived"]));
    // As versions left it that kept the number alone.
    await database.query(sql`delete from "RollCallAbsence"`);
    await database.query(sql`update "Revision" set after = after - 'absences'`);
    const named = await importSample(database, release([1, ...cuba, "recorded"], [1, ...haiti, "derived"]));
    expect(named.corrected).toEqual(['members absent from roll call 1: "" in the record, "cuba, haiti" in the file']);
    expect(named.sums["un_absences.csv"]).toEqual({ read: 2, recorded: 2, unchanged: 0, rejected: 0 });
    const confirmed = await importSample(database, release([1, ...cuba, "derived"], [1, ...haiti, "recorded"]));
    expect(confirmed.corrected).toEqual([
      'members absent from roll call 1: "haiti (derived)" in the record, "haiti" in the file',
    ]);
    expect(await absent(database)).toEqual(["cuba RECORDED", "haiti RECORDED"]);
    const revisions = await database.query(
      sql`select after->'absences' as absences from "Revision" where "entityKind" = 'ROLL_CALL' order by version desc limit 1`,
    );
    expect(revisions).toEqual([
      {
        absences: [
          { actor: "cuba", basis: "RECORDED" },
          { actor: "haiti", basis: "RECORDED" },
        ],
      },
    ]);
  });

  test("other names are a conflict, unless they are to be overwritten", async () => {
    const database = await testDatabase();
    await importSample(database, release([1, ...cuba, "recorded"]));
    const other = release([1, ...haiti, "recorded"]);
    const { conflicts, rejected } = await importSample(database, other);
    expect(conflicts).toEqual([expect.stringContaining('"cuba" in the record, "haiti" in the file')]);
    expect(rejected).toEqual(["un_absences.csv:2 roll call 1 is recorded with other absences"]);
    expect(await absent(database)).toEqual(["cuba RECORDED"]);
    await importSample(database, other, undefined, { overwrite: true });
    expect(await absent(database)).toEqual(["haiti RECORDED"]);
  });
});
