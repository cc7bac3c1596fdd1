import { beforeAll, describe, expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import type { Database } from "../../../../src/db/database.js";
import { newWebhookSecret } from "../../../../src/modules/alerts/webhooks/webhook-message.js";
import { globalId } from "../../../../src/record/global-id.js";
import { answer } from "../../../support/ask.js";
import { testDatabase } from "../../../support/database.js";
import { attempted, change, deliver, type Received, receiver, save } from "./webhook-kit.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

/** What a webhook receives of one change. */
async function told(
  options: { answer?: string; oldSecret?: { secret: string; to: string } } = {},
): Promise<Received & { secret: string; id: string; savedQuestion: string }> {
  const { url, received } = await receiver();
  const saved = await save(database, url, options);
  const id = await change(database, saved, options);
  deliver(database);
  await attempted(database, id);
  const [message] = received;
  if (!message) throw new Error("Nothing was received");
  return { ...message, secret: saved.secret, id, savedQuestion: saved.id };
}

/** The headers as the library wants them. */
const headersOf = ({ headers }: Received): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

const accepts = (secret: string, message: Received, headers = headersOf(message)): boolean => {
  try {
    new Webhook(secret).verify(message.body, headers);
    return true;
  } catch {
    return false;
  }
};

test("a message says what changed, with the answer as it is", async () => {
  // Neither the order of fields nor a number's digits may change on the way.
  const text = '{"b":1.0,"a":{"10":"x","9":[12345678901234567890]},"é":"\\u2028"}';
  const { id, savedQuestion, headers, body } = await told({ answer: text });
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "user-agent": "Standpoint",
    "webhook-id": globalId("delivery", id),
  });
  expect(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1_000)).toBeLessThan(60);
  const { type, timestamp, data } = JSON.parse(body);
  expect(type).toBe("question.changed");
  expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(data).toEqual({
    savedQuestion: { id: globalId("saved_question", savedQuestion), name: `Who supports it? ${savedQuestion}` },
    cursor: expect.any(String),
    after: expect.any(String),
    changedAt: timestamp,
    answer: JSON.parse(text),
  });
  expect(body.endsWith(`,"answer":${text}}}`)).toBe(true);
  // The feed takes the cursors.
  const feed = await answer(
    database,
    `{ one: changes(after: "${data.after}") { nodes { cursor } } two: changes(after: "${data.cursor}") { nodes { cursor } } }`,
  );
  expect(feed).toEqual({ one: { nodes: [] }, two: { nodes: [] } });
});

describe("a signature", () => {
  test("is verified by the library, and by nothing but the secret, the id, the time and the body that it is of", async () => {
    const message = await told();
    const headers = headersOf(message);
    expect(headers["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
    expect(accepts(message.secret, message)).toBe(true);
    expect(accepts(newWebhookSecret(), message)).toBe(false);
    expect(accepts(message.secret, { ...message, body: message.body.replace('"b":1', '"b":2') })).toBe(false);
    for (const [name, value] of Object.entries({
      "webhook-id": globalId("delivery", message.savedQuestion),
      "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 1),
    })) {
      expect(accepts(message.secret, message, { ...headers, [name]: value })).toBe(false);
    }
  });

  test("is there twice while an old secret is still valid, and once after that", async () => {
    const secret = newWebhookSecret();
    const both = await told({ oldSecret: { secret, to: new Date(Date.now() + 60_000).toISOString() } });
    expect(headersOf(both)["webhook-signature"]?.split(" ")).toHaveLength(2);
    expect([accepts(both.secret, both), accepts(secret, both)]).toEqual([true, true]);
    const one = await told({ oldSecret: { secret, to: new Date(Date.now() - 1_000).toISOString() } });
    expect(headersOf(one)["webhook-signature"]?.split(" ")).toHaveLength(1);
    expect([accepts(one.secret, one), accepts(secret, one)]).toEqual([true, false]);
  });
});

test("a secret is whsec_ and 32 bytes, another each time", () => {
  const secrets = Array.from({ length: 10 }, newWebhookSecret);
  for (const secret of secrets) expect(Buffer.from(secret.replace(/^whsec_/, ""), "base64")).toHaveLength(32);
  expect(new Set(secrets).size).toBe(10);
});
