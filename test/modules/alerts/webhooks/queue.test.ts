import type { ServerResponse } from "node:http";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../../../src/db/database.js";
import { openDatabase } from "../../../../src/db/open.js";
import { sql } from "../../../../src/db/sql.js";
import {
  claimDelivery,
  deleteOldChanges,
  recordAttempt,
} from "../../../../src/modules/alerts/webhooks/delivery.repository.js";
import { databaseForProcesses, kinds, testDatabase } from "../../../support/database.js";
import { attempted, change, deliver, deliveryRow, passTime, receiver, save, serverOf, until } from "./webhook-kit.js";

const nobodyBusy = { origins: [], authors: [] };

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

/** A webhook that answers nobody until it is told to; `most` is how many asked it at once. */
async function slowReceiver() {
  const waiting = new Set<ServerResponse>();
  const told = { all: 0, most: 0 };
  let open = false;
  const url = await serverOf((_request, response) => {
    told.all += 1;
    if (open) return void response.end();
    waiting.add(response);
    response.on("close", () => waiting.delete(response));
    told.most = Math.max(told.most, waiting.size);
  });
  const answerAll = () => {
    open = true;
    for (const response of waiting) response.end();
  };
  return { url, told, waiting, answerAll };
}

test("a slow receiver holds up nobody but itself, and is asked by two at once at most", async () => {
  const slow = await slowReceiver();
  const saved = await save(database, slow.url);
  const held: string[] = [];
  for (let upTo = 1; upTo <= 20; upTo += 1) held.push(await change(database, saved, { upTo }));
  deliver(database);
  await until(() => slow.waiting.size === 2);
  const { url, received } = await receiver();
  const others: string[] = [];
  for (let index = 0; index < 20; index += 1) others.push(await change(database, await save(database, url)));
  deliver(database); // looks at once
  for (const id of others) expect(await attempted(database, id)).toMatchObject({ status: "DELIVERED" });
  expect(received).toHaveLength(20);
  expect(slow.told.most).toBeLessThanOrEqual(4); // two of each of the two loops
  slow.answerAll();
  for (const id of held) expect(await attempted(database, id)).toMatchObject({ status: "DELIVERED" });
  expect(slow.told.all).toBe(20);
});

test("one author's receivers, however many are slow, leave room for others'", async () => {
  const slow = await Promise.all(Array.from({ length: 12 }, slowReceiver));
  const held: string[] = [];
  for (const { url } of slow) held.push(await change(database, await save(database, url, { author: "key:slow" })));
  deliver(database);
  const asked = () => slow.reduce((sum, { told }) => sum + told.all, 0);
  await until(() => asked() === 8);
  const { url } = await receiver();
  const other = await change(database, await save(database, url));
  deliver(database).wake();
  expect(await attempted(database, other)).toMatchObject({ status: "DELIVERED" });
  for (const { answerAll } of slow) answerAll();
  for (const id of held) expect(await attempted(database, id)).toMatchObject({ status: "DELIVERED" });
  expect(asked()).toBe(12);
});

test("what is broken off is back in the queue at once, and does not count", async () => {
  const slow = await slowReceiver();
  const id = await change(database, await save(database, slow.url));
  const deliveries = deliver(database);
  await until(() => slow.waiting.size === 1);
  expect((await deliveryRow(database, id))?.dueIn).toBeGreaterThan(40);
  await deliveries.close();
  await until(() => slow.waiting.size === 0);
  const row = await deliveryRow(database, id);
  expect(row).toMatchObject({ status: "PENDING", attempts: 0, lastFailure: null });
  expect(row?.dueIn).toBeLessThanOrEqual(0);
  slow.answerAll();
  deliveries.wake(); // is closed, and stays so
  deliver(database);
  expect(await attempted(database, id)).toMatchObject({ status: "DELIVERED" });
});

test("what a process claimed that was killed is delivered when its lease is over, and it is not heard any more", async () => {
  const { url, received } = await receiver();
  const id = await change(database, await save(database, url));
  const claim = await claimDelivery(database, nobodyBusy, 60_000);
  expect(claim).toMatchObject({ id, url, attempts: 0, author: "key:contributor" });
  expect(await claimDelivery(database, nobodyBusy, 60_000)).toBeUndefined();
  const tooLate = async () => {
    if (claim)
      await recordAttempt(database, claim, { status: "DEAD", nextIn: null, httpStatus: 500, failure: "Too late" });
  };
  await passTime(database, id);
  expect(await claimDelivery(database, nobodyBusy, 60_000)).toMatchObject({ id });
  await tooLate();
  expect(await deliveryRow(database, id)).toMatchObject({ status: "PENDING", attempts: 0 });
  await passTime(database, id);
  deliver(database);
  expect(await attempted(database, id)).toMatchObject({ status: "DELIVERED" });
  expect(received).toHaveLength(1);
  await tooLate();
  expect(await deliveryRow(database, id)).toMatchObject({ status: "DELIVERED", attempts: 1 });
});

describe("a database that fails", () => {
  test("is asked again in a while, and sooner when there is a reason", async () => {
    let failing = true;
    const wobbly: Database = {
      ...database,
      query: (statement) => (failing ? Promise.reject(new Error("It is away")) : database.query(statement)),
    };
    const { url } = await receiver();
    const id = await change(database, await save(database, url));
    const told: string[] = [];
    const log = pino({ level: "warn" }, { write: (line: string) => void told.push(JSON.parse(line).msg) });
    const deliveries = deliver(wobbly, { log });
    await until(() => told.length > 0);
    failing = false;
    deliveries.wake();
    expect(await attempted(database, id)).toMatchObject({ status: "DELIVERED" });
    expect(told).toEqual(["the queue of webhook deliveries cannot be read; trying again"]);
  });

  test("has an attempt made again of which it could not take what came of it", async () => {
    let failures = 1;
    const wobbly: Database = {
      ...database,
      query(statement) {
        if (!statement.text.includes('"attempts" + 1') || failures === 0) return database.query(statement);
        failures -= 1;
        return Promise.reject(new Error("It is away"));
      },
    };
    const { url, received } = await receiver();
    const id = await change(database, await save(database, url));
    const told: string[] = [];
    const log = pino({ level: "warn" }, { write: (line: string) => void told.push(JSON.parse(line).msg) });
    const deliveries = deliver(wobbly, { log });
    await until(() => told.length > 0);
    expect(await deliveryRow(database, id)).toMatchObject({ status: "PENDING", attempts: 0 });
    await passTime(database, id);
    deliveries.wake();
    expect(await attempted(database, id)).toMatchObject({ status: "DELIVERED" });
    expect(received[1]?.headers["webhook-id"]).toBe(received[0]?.headers["webhook-id"]);
  });
});

test("changes are kept for 30 days, with what was delivered of them or was not, and the last one for longer", async () => {
  const saved = await save(database, null);
  const ids: Record<string, string> = {};
  for (const [index, age] of ["31 days", "30 days 1 minute", "29 days 23 hours", "0"].entries())
    ids[age] = await change(database, saved, { upTo: index + 1, age });
  deliver(database); // cleans at its start
  await until(async () => (await deliveryRow(database, ids["31 days"] ?? "")) === undefined);
  expect(await deliveryRow(database, ids["30 days 1 minute"] ?? "")).toBeUndefined();
  expect(await deliveryRow(database, ids["29 days 23 hours"] ?? "")).toBeDefined();
  expect(await deliveryRow(database, ids["0"] ?? "")).toBeDefined();
  await database.query(sql`insert into "AnswerChange" ("questionId", "upTo", "after", "changedAt", "answer")
    select ${saved.questionId}::uuid, n, n - 1, now() - interval '31 days', '{}' from generate_series(11, 2210) n`);
  expect(await deleteOldChanges(database)).toBe(2_199);
  expect(await database.query(sql`select from "AnswerChange" where "upTo" = 2210`)).toHaveLength(1);
  expect(await deleteOldChanges(database)).toBe(0);
});

(kinds.includes("postgres") ? describe : describe.skip)("two processes", () => {
  test("deliver each once while all is well", async () => {
    const where = { ...(await databaseForProcesses("postgres")), log: pino({ level: "silent" }) };
    const [one, two] = [await openDatabase(where), await openDatabase(where)];
    try {
      const receivers = await Promise.all(Array.from({ length: 10 }, () => receiver()));
      const ids: string[] = [];
      for (const { url } of receivers) {
        const saved = await save(one, url, { author: `key:${url}` });
        for (let upTo = 1; upTo <= 30; upTo += 1) ids.push(await change(one, saved, { upTo }));
      }
      const workers = [deliver(one), deliver(two)];
      const left = async () => {
        const [row] = await one.query<{ n: number }>(
          sql`select count(*)::int as n from "WebhookDelivery" where "status" <> 'DELIVERED' or "attempts" <> 1`,
        );
        return row?.n;
      };
      await until(async () => (await left()) === 0);
      await Promise.all(workers.map((worker) => worker.close()));
      const had = receivers.flatMap(({ received }) => received.map(({ headers }) => headers["webhook-id"]));
      expect(had).toHaveLength(300);
      expect(new Set(had).size).toBe(300);
    } finally {
      await Promise.all([one.close(), two.close()]);
    }
  });
});
