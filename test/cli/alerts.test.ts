import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createClient } from "graphql-sse";
import { pino } from "pino";
import { openDatabase } from "../../src/db/open.js";
import { apiKey } from "../support/api-key.js";
import { databaseForProcesses } from "../support/database.js";
import { endAll, start } from "./standpoint.js";

const receiver = createServer();
let hook: string;
beforeAll(async () => {
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`; // it listens on a port
});
afterAll(() => {
  endAll();
  receiver.close();
});

/** The body of the next request that the webhook gets. */
async function nextMessage() {
  const [request, response] = await once(receiver, "request");
  response.writeHead(204).end();
  return JSON.parse(Buffer.concat(await request.toArray()).toString());
}

test("standpoint serve tells subscribers and webhooks of another answer", async () => {
  const { dataDir } = await databaseForProcesses("embedded");
  const database = await openDatabase({ dataDir, log: pino({ level: "silent" }) });
  const [reader, editor] = [await apiKey(database, "READER"), await apiKey(database, "EDITOR")];
  await database.close();
  const env = { DATA_DIR: dataDir, PORT: "0", SEED: "false", LOG_LEVEL: "warn", WEBHOOK_NETWORKS: "127.0.0.0/8" };
  const running = start(["serve"], { env });
  const url = /runs at (http:\S+\/graphql)/.exec(await running.said("curl -s "))?.[1] ?? "";
  const ask = async (query: string, headers: Record<string, string>) => {
    const request = { method: "POST", headers: { ...headers, "content-type": "application/json" } };
    return (await (await fetch(url, { ...request, body: JSON.stringify({ query }) })).json()).data;
  };

  const input = `name: "Topics", query: "{ topics { name } }", webhookUrl: "${hook}"`;
  const { saveQuestion } = await ask(
    `mutation { saveQuestion(input: { ${input} }) { savedQuestion { id cursor answer } errors { message } } }`,
    reader.headers,
  );
  const { id, cursor, answer } = saveQuestion.savedQuestion;
  expect(answer).toEqual({ topics: [] });
  const subscription = `subscription { questionChanged(id: "${id}", after: "${cursor}") { answer } }`;
  const events = createClient({ url, headers: reader.headers, retryAttempts: 0 }).iterate({ query: subscription });
  const [told, message] = [events.next(), nextMessage()];
  await ask(`mutation { recordTopic(input: { slug: "water", name: "Water" }) { errors { message } } }`, editor.headers);
  const another = { topics: [{ name: "Water" }] };
  expect((await told).value).toEqual({ data: { questionChanged: { answer: another } } });
  expect(await message).toMatchObject({ type: "question.changed", data: { savedQuestion: { id }, answer: another } });
  await events.return?.();
  running.child.kill("SIGTERM");
  expect(await running.done).toMatchObject({ code: 0 });
});
