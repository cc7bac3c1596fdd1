import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { pino } from "pino";
import type { Database } from "../../../src/db/database.js";
import { openDatabase } from "../../../src/db/open.js";
import { sql } from "../../../src/db/sql.js";
import { answerFeedOf } from "../../../src/modules/alerts/answers/answer-feed.js";
import { type Alerts, startAlerts } from "../../../src/modules/alerts/index.js";
import { endable } from "../../../src/modules/changes/index.js";
import { parseGlobalId } from "../../../src/record/global-id.js";
import { wholeApi } from "../../support/ask.js";
import { databaseForProcesses, kinds, testDatabase } from "../../support/database.js";
import { saver, source, topic, topicNames } from "./alert-kit.js";

const log = pino({ level: "silent" });
const start = (database: Database) =>
  startAlerts({ database, answering: wholeApi().answering, log, webhookNetworks: [] });

describe("following the answer to a saved question", () => {
  let database: Database;
  let alerts: Alerts;
  let reader: ReturnType<typeof saver>;
  let uuid: string;
  beforeEach(async () => {
    database = await testDatabase();
    reader = saver(database);
    await topic(database, "water", "Water");
    uuid = parseGlobalId((await reader.saves("Topics", topicNames)).id).uuid;
    alerts = await start(database);
  });
  afterEach(() => alerts.close());

  const following = (count: number, from: Database) =>
    Promise.all(Array.from({ length: count }, () => endable(answerFeedOf(from).follow(uuid, 0))));
  const names = (change: unknown) =>
    (change as { answer: { topics: { name: string }[] } } | undefined)?.answer.topics.map(({ name }) => name);

  test("tells each other answer as it comes, to everybody who follows", async () => {
    const followers = await following(10, database);
    const first = Promise.all(followers.map((one) => one.next()));
    await topic(database, "air", "Air");
    for (const { value } of await first) expect(names(value)).toEqual(["Air", "Water"]);
    const second = Promise.all(followers.map((one) => one.next()));
    await topic(database, "earth", "Earth");
    for (const { value } of await second) expect(names(value)).toEqual(["Air", "Earth", "Water"]);
    await Promise.all(followers.map((one) => one.return?.()));
    for (const one of followers) expect((await one.next()).done).toBe(true);
  });

  test("looks once after a signal, however many follow", async () => {
    const statements: string[] = [];
    const counting: Database = {
      ...database,
      query: (statement) => {
        statements.push(statement.text);
        return database.query(statement);
      },
    };
    const followers = await following(30, counting);
    const first = Promise.all(followers.map((one) => one.next()));
    await topic(database, "air", "Air");
    await first;
    const waiting = followers.map((one) => one.next());
    statements.length = 0;
    // They change nothing of the answer, and everybody hears of them.
    const before = await seenUpTo();
    await source(database, "one");
    await source(database, "two");
    while ((await seenUpTo()) < before + 2) await setImmediate();
    await Promise.all(followers.map((one) => one.return?.()));
    await Promise.all(waiting);
    // A look a signal, and perhaps another for what was signalled meanwhile.
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(4);
  });

  const seenUpTo = async () =>
    (await database.query<{ upTo: number }>(sql`select max("answeredUpTo") as "upTo" from "Question"`))[0]?.upTo ?? 0;

  test("goes on from a cursor, page by page, with what came meanwhile", async () => {
    for (let index = 0; index < 25; index++) {
      const before = await seenUpTo();
      await topic(database, "air", `Air ${index}`, index);
      while ((await seenUpTo()) === before) await setImmediate();
    }
    const seen: string[] = [];
    for await (const change of await endable(answerFeedOf(database).follow(uuid, 0))) {
      seen.push(names(change)?.[0] ?? "");
      if (seen.length === 25) break;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `Air ${index}`));
  });

  test("ends when the question is deleted", async () => {
    const follower = await endable(answerFeedOf(database).follow(uuid, 0));
    const next = follower.next();
    await topic(database, "air", "Air");
    expect(names((await next).value)).toEqual(["Air", "Water"]);
    const last = follower.next();
    const [{ id }] = (await reader.asks("{ savedQuestions { nodes { id } } }")).data.savedQuestions.nodes;
    await reader.delete(id);
    expect((await last).done).toBe(true);
  });
});

const onServer = kinds.includes("postgres") ? test : test.skip;

onServer(
  "whoever leaves and comes back, at whichever of several processes, sees every change of an answer once and in order",
  async () => {
    const { url, dataDir } = await databaseForProcesses("postgres");
    const databases = await Promise.all([0, 1].map(() => openDatabase({ url, dataDir, log })));
    const [database] = databases as [Database, Database]; // just opened
    await topic(database, "water", "0");
    const { id } = await saver(database).saves("Topics", topicNames);
    const { uuid } = parseGlobalId(id);
    let version = 1;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 5, max: 15 }),
        async (stays, writes) => {
          const alerts = await Promise.all(databases.map(start));
          const from = version;
          const last = version + writes - 1;
          const [place] = await database.query<{ upTo: number }>(sql`select "answeredUpTo" as "upTo" from "Question"`);
          const following = stays.map(async (stay, index) => {
            const seen: number[] = [];
            let after = place?.upTo ?? 0;
            while (seen.at(-1) !== last) {
              let told = 0;
              const feed = answerFeedOf(databases[index % 2] as Database); // one of two
              for await (const { answer, upTo } of await endable(feed.follow(uuid, after))) {
                seen.push(Number((answer as { topics: { name: string }[] }).topics[0]?.name));
                after = upTo;
                told += 1;
                if (told >= stay || seen.at(-1) === last) break;
              }
            }
            return seen;
          });
          for (; version <= last; version++) await topic(database, "water", String(version), version);
          const all = await Promise.all(following);
          const [first = []] = all;
          for (const seen of all) expect(seen).toEqual(first);
          expect(first.at(-1)).toBe(last);
          expect(first).toEqual([...new Set(first)].sort((a, b) => a - b));
          expect(first[0]).toBeGreaterThanOrEqual(from);
          for (const one of alerts) await one.close();
        },
      ),
      { numRuns: 4 },
    );
    for (const one of databases) await one.close();
  },
);
