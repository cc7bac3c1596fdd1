import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import pg from "pg";
import { pino } from "pino";
import type { Database } from "../../../src/db/database.js";
import { migrate } from "../../../src/db/migrations/migrate.js";
import { openDatabase } from "../../../src/db/open.js";
import { sql } from "../../../src/db/sql.js";
import { feedOf } from "../../../src/modules/changes/change-feed.js";
import { endable } from "../../../src/modules/changes/index.js";
import { emptyServerDatabase, kinds } from "../../support/database.js";

const log = pino({ level: "silent" });
const followers = 20;
const onServer = kinds.includes("postgres") ? describe : describe.skip;

/** A transaction: how many turns of the others pass before it writes, and before it ends; whether it commits. */
interface Write {
  readonly before: number;
  readonly open: number;
  readonly commits: boolean;
}

const write = fc.record({
  before: fc.nat(3),
  open: fc.nat(5),
  commits: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
});

onServer("followers of the feed, of two processes' worth, while transactions overlap", () => {
  let url: string;
  let databases: Database[];
  let pool: pg.Pool;

  beforeAll(async () => {
    url = await emptyServerDatabase();
    databases = await Promise.all([0, 1].map(() => openDatabase({ url, dataDir: "", log })));
    await migrate(databases[0] as Database, log); // just opened
    pool = new pg.Pool({ connectionString: url, max: 4 });
  });
  afterAll(async () => {
    await pool.end();
    for (const database of databases) await database.close();
  });

  const turn = () => new Promise((resolve) => setImmediate(resolve));

  async function transaction({ before, open, commits }: Write): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query("begin");
      for (let turns = 0; turns < before; turns++) await turn();
      await client.query(
        `insert into "Revision" (id, "entityKind", "entityId", version, author, after)
         values (gen_random_uuid(), 'TOPIC', gen_random_uuid(), 1, 'someone', '{}')`,
      );
      for (let turns = 0; turns < open; turns++) await client.query("select");
      await client.query(commits ? "commit" : "rollback");
    } finally {
      client.release();
    }
  }

  /** Follows until it has seen the last number; leaves after every few changes and comes back with its place. */
  async function follower(database: Database, stay: number, last: () => number | undefined): Promise<number[]> {
    const seen: number[] = [];
    let place = 0;
    while (place !== last()) {
      let told = 0;
      for await (const { sequence } of await endable(feedOf(database).follow(place, null))) {
        seen.push(sequence);
        place = sequence;
        told += 1;
        if (told >= stay || place === last()) break;
      }
    }
    return seen;
  }

  test("each sees every change once, in one order, without a gap, wherever it left and came back", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(write, { minLength: 5, maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: followers, maxLength: followers }),
        async (writes, stays) => {
          const [before] = await numbers();
          let last: number | undefined;
          const following = stays.map((stay, index) => follower(databases[index % 2] as Database, stay, () => last));
          await Promise.all(writes.map(transaction));
          // One more that is certain to come, so that everybody who waits is told that it was the last.
          const all = await numbers();
          last = (all.at(-1) ?? 0) + 1;
          await transaction({ before: 0, open: 0, commits: true });
          const expected = Array.from({ length: last }, (_, index) => index + 1);
          for (const seen of await Promise.all(following)) expect(seen).toEqual(expected);
          expect(before).toBeUndefined();
          await pool.query('delete from "Change"; delete from "Revision"');
          await restart();
        },
      ),
      { numRuns: 4 },
    );
  });

  const numbers = async () =>
    (await (databases[0] as Database).query<{ sequence: number }>(sql`select sequence from "Change" order by 1`)).map(
      ({ sequence }) => sequence,
    );

  /** Numbers begin anew, which feeds that have followed cannot know. */
  async function restart(): Promise<void> {
    for (const database of databases) await database.close();
    databases = await Promise.all([0, 1].map(() => openDatabase({ url, dataDir: "", log })));
  }
});
