import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { pino } from "pino";
import type { Database } from "../../../src/db/database.js";
import { migrate } from "../../../src/db/migrations/migrate.js";
import { openDatabase } from "../../../src/db/open.js";
import { sql } from "../../../src/db/sql.js";
import { answer, ask, askAs } from "../../support/ask.js";
import { emptyServerDatabase, kinds, testDatabase } from "../../support/database.js";

const feed = `query ($after: String, $first: Int, $kinds: [EntityKind!]) {
  changes(after: $after, first: $first, kinds: $kinds) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { cursor action kind version count author reason entityId entity { id ... on Topic { name } } positions { totalCount } }
  }
}`;

describe("the feed of changes", () => {
  let database: Database;
  let id: string;

  const write = async (mutation: string) => {
    const { data, errors } = await askAs("EDITOR", database, `mutation { ${mutation} }`);
    expect(errors).toBeUndefined();
    return data;
  };

  beforeAll(async () => {
    database = await testDatabase();
    const data = await write(
      `recordTopic(input: { slug: "water", name: "Water", reason: "it is missing" }) { topic { id } errors { message } }`,
    );
    id = data.recordTopic.topic.id;
    await write(`reviseTopic(input: { id: "${id}", version: 1, name: "Fresh water" }) { errors { message } }`);
    await write(`recordSource(input: { slug: "a-book", title: "A book", kind: ACADEMIC }) { errors { message } }`);
    await write(`retract(input: { id: "${id}", version: 2, reason: "twice" }) { errors { message } }`);
  });

  test("tells every change in order, retractions included, with what was changed as it is now", async () => {
    const { changes } = await answer(database, feed);
    const topic = { kind: "TOPIC", count: 1, author: "key:editor", entityId: id, entity: { id, name: "Fresh water" } };
    expect(changes.nodes).toMatchObject([
      { ...topic, action: "RECORDED", version: 1, reason: "it is missing", positions: null },
      { ...topic, action: "REVISED", version: 2, reason: null },
      { action: "RECORDED", kind: "SOURCE", version: 1 },
      { ...topic, action: "RETRACTED", version: 3, reason: "twice" },
    ]);
    expect(changes.totalCount).toBe(4);
  });

  test("goes on after a cursor, page by page, and is empty after the last", async () => {
    const first = (await answer(database, feed, { first: 3 })).changes;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(first.nodes[2].cursor).toBe(first.pageInfo.endCursor);
    const rest = (await answer(database, feed, { after: first.pageInfo.endCursor })).changes;
    expect(rest.nodes.map(({ action }: { action: string }) => action)).toEqual(["RETRACTED"]);
    const none = (await answer(database, feed, { after: rest.pageInfo.endCursor })).changes;
    expect(none).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
  });

  test("tells of some kinds alone", async () => {
    const { changes } = await answer(database, feed, { kinds: ["SOURCE"] });
    expect(changes).toMatchObject({ totalCount: 1, nodes: [{ kind: "SOURCE" }] });
  });

  test("refuses a cursor of another list", async () => {
    const { errors } = await ask(database, feed, { after: "bm8" });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "after" }] } }]);
  });

  test("takes one statement", async () => {
    const { statements } = await ask(
      database,
      "{ changes(first: 100) { nodes { cursor action entity { id ... on Topic { name } ... on Source { title } } } } }",
    );
    expect(statements).toHaveLength(1);
  });
});

const log = pino({ level: "silent" });
const onServer = kinds.includes("postgres") ? describe : describe.skip;

onServer("changes of transactions that overlap", () => {
  let database: Database;
  let clients: pg.Client[];

  beforeAll(async () => {
    const url = await emptyServerDatabase();
    database = await openDatabase({ url, dataDir: "", log });
    await migrate(database, log);
    clients = [0, 1].map(() => new pg.Client(url));
    for (const client of clients) await client.connect();
  });
  afterAll(async () => {
    for (const client of clients) await client.end();
    await database.close();
  });

  const revise = (client: pg.Client, author: string) =>
    client.query(
      `insert into "Revision" (id, "entityKind", "entityId", version, author, after)
       values (gen_random_uuid(), 'TOPIC', gen_random_uuid(), 1, $1, '{}')`,
      [author],
    );
  const told = async () =>
    database.query<{ sequence: number; author: string }>(
      sql`select "sequence", "author" from "Change" join "Revision" on "Revision".id = "revisionId" order by 1`,
    );

  test("are numbered in the order in which they commit, not in which they write", async () => {
    const [early, late] = clients as [pg.Client, pg.Client]; // made above
    await early.query("begin");
    await revise(early, "began first");
    await late.query("begin");
    await revise(late, "committed first");
    await late.query("commit");
    expect(await told()).toEqual([{ sequence: 1, author: "committed first" }]);
    await early.query("commit");
    expect(await told()).toEqual([
      { sequence: 1, author: "committed first" },
      { sequence: 2, author: "began first" },
    ]);
  });

  test("wait for one that has its number and has yet to commit; one that rolls back leaves no gap", async () => {
    const [slow, quick] = clients as [pg.Client, pg.Client]; // made above
    await slow.query("begin");
    await revise(slow, "rolled back");
    await slow.query("set constraints all immediate"); // its number is 3
    await quick.query("begin");
    await revise(quick, "waited");
    let committed = false;
    const commit = quick.query("commit").then(() => {
      committed = true;
    });
    await waitsForALock(database);
    expect(committed).toBe(false);
    expect(await told()).toHaveLength(2);
    await slow.query("rollback");
    await commit;
    expect((await told()).at(-1)).toEqual({ sequence: 3, author: "waited" });
  });
});

async function waitsForALock(database: Database): Promise<void> {
  for (;;) {
    const waiting = await database.query(
      sql`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    );
    if (waiting.length > 0) return;
  }
}
