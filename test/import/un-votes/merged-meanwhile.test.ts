import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import type { BulkSession } from "../../../src/db/writing/bulk-session.js";
import { importUnVotes } from "../../../src/import/votes/index.js";
import { mergeActors } from "../../../src/record/merge/merge-actors.js";
import { kinds, testDatabase } from "../../support/database.js";
import { importSample } from "./imported.js";
import { country, temporaryFolder, write } from "./sample.js";

const rcids = Array.from({ length: 20 }, (_, number) => number + 1);
const sample = {
  rollCalls: rcids.map((rcid) => ({ rcid, session: 60, date: "2005-12-01", unres: `R/60/${rcid}` })),
  votes: rcids.flatMap((rcid) => [country.france, country.namibia].map((of) => [rcid, ...of, "yes"])),
};

/** The database, in which something is done before an import's transaction with this number. */
function interrupted(database: Database, number: number, work: () => Promise<unknown>): Database {
  let count = 0;
  const watched = (session: BulkSession): BulkSession => ({
    ...session,
    async transaction(inside) {
      count += 1;
      if (count === number) await work();
      return session.transaction(inside);
    },
  });
  return { ...database, withBulkSession: (inside) => database.withBulkSession((session) => inside(watched(session))) };
}

// The embedded database lends its one connection to the import, so nobody can merge meanwhile.
(kinds.includes("postgres") ? test : test.skip)(
  "no vote is recorded of an actor that was merged meanwhile",
  async () => {
    const database = await testDatabase({ kind: "postgres" });
    const folder = await write(sample);
    const by = { author: "tester", reason: "They are one." };
    const merge = async () => {
      const request = {
        keep: { name: "france", path: "input.keep", version: 1 },
        merge: { name: "namibia", path: "input.merge", version: 1 },
      };
      expect(await mergeActors(database, request, by)).toHaveProperty("id");
    };
    const options = { reportPath: join(await temporaryFolder(), "report.csv"), batchSize: 2 };
    // One transaction is the catalogue's and one the states'; some batches come before the merge.
    await expect(importUnVotes(interrupted(database, 6, merge), folder, options)).rejects.toThrow(
      "namibia was merged into another actor during the import",
    );
    const positions = () =>
      database.query(
        sql`select a.slug, count(*)::int from "Position" p join "Actor" a on a.id = p."holderId" group by 1`,
      );
    expect(await positions()).toEqual([{ slug: "france", count: expect.any(Number) }]);

    // Whose votes are meant is told by names and codes, and those of the merged one are the survivor's now.
    await importSample(database, folder);
    expect(await positions()).toEqual([{ slug: "france", count: expect.any(Number) }]);
  },
);
