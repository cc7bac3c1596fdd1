import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { pino } from "pino";
import { migrate } from "../../src/db/migrations/migrate.js";
import { openDatabase } from "../../src/db/open.js";
import { sql } from "../../src/db/sql.js";
import { startChild } from "./child.js";

const dataDir = join(await mkdtemp(join(tmpdir(), "standpoint-durability-")), "not", "there");
afterAll(() => rm(join(dataDir, "..", ".."), { recursive: true }));

/** A process that records actors one after another, each with a name, and prints the number of each that is recorded. */
const writer = (start: number) =>
  startChild(`
    import { openDatabase } from "dist/db/open.js";
    import { migrate } from "dist/db/migrations/migrate.js";
    import { pino } from "pino";
    const log = pino({ level: "silent" });
    const database = await openDatabase({ dataDir: ${JSON.stringify(dataDir)}, log });
    await migrate(database, log);
    for (let number = ${start}; ; number++) {
      const names = { create: [{ ordinal: 0, kind: "ALIAS", value: "Alias " + number }] };
      await database.prisma.actor.create({ data: { slug: "a-" + number, kind: "PERSON", name: "Actor " + number, names } });
      console.log(number);
    }`);

test("a kill in the middle of writing loses nothing that was acknowledged", async () => {
  let acknowledged = 0;
  for (const more of [15, 25]) {
    const { line, kill } = writer(acknowledged + 1);
    const until = acknowledged + more;
    while (acknowledged < until) acknowledged = Number(await line());
    await kill();
    const database = await openDatabase({ dataDir, log: pino({ level: "silent" }) });
    expect(await migrate(database, pino({ level: "silent" }))).toEqual([]);
    const [row] = await database.query<{ actors: number; names: number; documents: number; last: number }>(sql`select
      (select count(*) from "Actor") as "actors", (select count(*) from "ActorName") as "names",
      (select count(*) from "SearchDocument") as "documents",
      (select max(substr("slug", 3)::int) from "Actor") as "last"`);
    await database.close();
    // The one under way when the process died may be there, whole, or not.
    const last = row?.last ?? 0;
    expect(last).toBeGreaterThanOrEqual(acknowledged);
    expect(row).toEqual({ actors: last, names: last, documents: last, last });
    acknowledged = last;
  }
});
