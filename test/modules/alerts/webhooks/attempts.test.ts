import type { RequestListener } from "node:http";
import { createServer } from "node:net";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../../src/db/database.js";
import { sql } from "../../../../src/db/sql.js";
import { standardDelays } from "../../../../src/modules/alerts/webhooks/delivery.repository.js";
import { globalId } from "../../../../src/record/global-id.js";
import { askAs } from "../../../support/ask.js";
import { testDatabase } from "../../../support/database.js";
import { attempted, change, deliver, deliveryRow, passTime, receiver, save, serverOf, until } from "./webhook-kit.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

/** What became of the first attempt at a server. */
async function firstAttempt(listener: RequestListener, timeout = 15_000) {
  const id = await change(database, await save(database, await serverOf(listener)));
  deliver(database, { timeout });
  return attempted(database, id);
}

describe("an attempt", () => {
  test("is delivered by any status from 200 to 299", async () => {
    for (const status of [200, 202, 204, 299]) {
      expect(await firstAttempt((_request, response) => response.writeHead(status).end("Thank you"))).toEqual({
        ...{ status: "DELIVERED", attempts: 1, lastStatus: status, lastFailure: null, dueIn: null },
      });
    }
  });

  test("fails by any other status, and says which", async () => {
    const failed = (status: number) => firstAttempt((_request, response) => response.writeHead(status).end());
    expect(await failed(500)).toMatchObject({
      ...{ status: "PENDING", lastStatus: 500 },
      lastFailure: "The address responded with the status 500 (Internal Server Error).",
    });
    expect(await failed(404)).toMatchObject({ status: "PENDING", lastStatus: 404 });
    expect(await failed(301)).toMatchObject({ status: "PENDING", lastFailure: expect.stringContaining("redirects") });
  });

  test("fails where nobody answers in time, and where the answer begins too late", async () => {
    const never = { status: "PENDING", lastStatus: null, lastFailure: "The address did not respond in time." };
    expect(await firstAttempt(() => undefined, 50)).toMatchObject(never);
    expect(
      await firstAttempt((_request, response) => response.writeProcessing(), 50), // 102, and then nothing
    ).toMatchObject(never);
  });

  test("fails where the connection is closed or refused, or what answers is not HTTP", async () => {
    expect(await firstAttempt((request) => request.socket.destroy())).toMatchObject({
      lastFailure: "The address closed the connection without a response.",
    });
    expect(await firstAttempt((request) => request.socket.end("SSH-2.0-OpenSSH_9.6\r\n"))).toMatchObject({
      lastFailure: "The response is not valid HTTP.",
    });
    const nobody = createServer();
    await new Promise<void>((resume) => nobody.listen(0, "127.0.0.1", resume));
    const address = nobody.address();
    await new Promise((resume) => nobody.close(resume));
    const port = typeof address === "object" && address?.port;
    const id = await change(database, await save(database, `http://127.0.0.1:${port}/`));
    deliver(database);
    expect(await attempted(database, id)).toMatchObject({ lastFailure: "The address refused the connection." });
  });

  test("does not read what has no end", async () => {
    let sent = 0;
    let closed = false;
    const row = await firstAttempt((_request, response) => {
      response.writeHead(200);
      response.on("close", () => {
        closed = true;
      });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      response.on("drain", more);
      more();
    });
    expect(row).toMatchObject({ status: "DELIVERED", lastStatus: 200 });
    await until(() => closed);
    expect(sent).toBeLessThan(20_000_000); // what the sockets' buffers take
  });

  test("does not wait for a body that trickles", async () => {
    const row = await firstAttempt((_request, response) => response.writeHead(200).write("."));
    expect(row).toMatchObject({ status: "DELIVERED", lastStatus: 200 });
  });
});

test("a failed delivery is tried again and again, later each time, until it is dead; a retry by hand begins anew", async () => {
  const { url, received } = await receiver(500, 500, 500, 500, 500, 500, 500, 500, 500, 503, 200);
  const id = await change(database, await save(database, url));
  const deliveries = deliver(database);
  for (const [index, delay] of standardDelays.entries()) {
    const row = await attempted(database, id, index + 1);
    expect(row).toMatchObject({ status: "PENDING", lastStatus: 500 });
    const dueIn = (row?.dueIn ?? 0) * 1_000;
    expect(dueIn).toBeGreaterThan(delay * 0.9 - 3_000);
    expect(dueIn).toBeLessThanOrEqual(delay * 1.1);
    await passTime(database, id);
    deliveries.wake();
  }
  expect(await attempted(database, id, 10)).toMatchObject({ status: "DEAD", lastStatus: 503, dueIn: null });
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);

  const { data } = await askAs(
    "CONTRIBUTOR",
    database,
    `mutation { retryWebhookDeliveries(input: { ids: ["${globalId("delivery", id)}"] }) {
      deliveries { id status attempts lastStatus } errors { message } } }`,
  );
  expect(data.retryWebhookDeliveries).toEqual({
    deliveries: [{ id: globalId("delivery", id), status: "PENDING", attempts: 0, lastStatus: 503 }],
    errors: [],
  });
  // The mutation itself wakes it.
  await until(async () => (await deliveryRow(database, id))?.status === "DELIVERED");
  expect(await deliveryRow(database, id)).toMatchObject({ attempts: 1, lastStatus: 200, lastFailure: null });
  expect(received).toHaveLength(11);
});

describe("a webhook that is gone", () => {
  const goneAt = async (id: string) => {
    const [row] = await database.query<{ at: Date | null; url: string }>(
      sql`select "webhookGoneAt" as at, "webhookUrl" as url from "SavedQuestion" where "id" = ${id}::uuid`,
    );
    return row?.at ?? null;
  };

  test("is told nothing any more of this saved question, and others are", async () => {
    const { url, received } = await receiver(410, 200);
    const saved = await save(database, url);
    const waiting = await change(database, saved, { upTo: 8 });
    await database.query(
      sql`update "WebhookDelivery" set "nextAttemptAt" = now() + interval '1 hour' where "id" = ${waiting}::uuid`,
    );
    const id = await change(database, saved);
    deliver(database);
    const gone = "The address responded with 410 Gone.";
    expect(await attempted(database, id)).toEqual({
      ...{ status: "DEAD", attempts: 1, lastStatus: 410, lastFailure: gone, dueIn: null },
    });
    expect(await deliveryRow(database, waiting)).toEqual({
      ...{ status: "DEAD", attempts: 0, lastStatus: null, lastFailure: gone, dueIn: null },
    });
    expect(await goneAt(saved.id)).not.toBeNull();
    const other = await change(database, await save(database, url));
    const deliveries = deliver(database);
    expect(await attempted(database, other)).toMatchObject({ status: "DELIVERED" });
    // What was queued at the same time is given up too, unasked.
    const late = await change(database, saved, { upTo: 9 });
    deliveries.wake();
    await until(async () => (await deliveryRow(database, late))?.status === "DEAD");
    expect(received).toHaveLength(2);
  });

  test("is no other that the question has by then", async () => {
    const saved = await save(database, "http://127.0.0.1/");
    const { url: elsewhere, received } = await receiver();
    const url = await serverOf(async (_request, response) => {
      await database.query(sql`update "SavedQuestion" set "webhookUrl" = ${elsewhere} where "id" = ${saved.id}::uuid`);
      response.writeHead(410).end();
    });
    await database.query(sql`update "SavedQuestion" set "webhookUrl" = ${url} where "id" = ${saved.id}::uuid`);
    const id = await change(database, saved);
    const deliveries = deliver(database);
    expect(await attempted(database, id)).toMatchObject({ status: "PENDING", lastStatus: 410 });
    expect(await goneAt(saved.id)).toBeNull();
    await passTime(database, id);
    deliveries.wake();
    expect(await attempted(database, id, 2)).toMatchObject({ status: "DELIVERED" });
    expect(received).toHaveLength(1);
  });

  test("or removed is not asked for what still waits", async () => {
    const saved = await save(database, null);
    const id = await change(database, saved);
    deliver(database);
    await until(async () => (await deliveryRow(database, id))?.status === "DEAD");
    expect(await deliveryRow(database, id)).toMatchObject({
      ...{ attempts: 0, lastFailure: "The saved question no longer has this webhook." },
    });
  });
});
