import { beforeAll, expect, test } from "@jest/globals";
import { createClient } from "graphql-sse";
import type { Database } from "../../src/db/database.js";
import { answer, askAs } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { startDeployments } from "../support/federation.js";
import { overEventStream, overWebSocket, refusedMoment } from "../support/subscribe.js";

let database: Database;
let address: string;

beforeAll(async () => {
  database = await testDatabase();
  const { gateway } = await startDeployments(database);
  address = gateway.fastify.listeningOrigin;
});

const record = async (slug: string) => {
  const { data } = await askAs(
    "EDITOR",
    database,
    `mutation { recordTopic(input: { slug: "${slug}", name: "Topic ${slug}" }) { topic { id } errors { message } } }`,
  );
  expect(data.recordTopic.errors).toEqual([]);
};

test("the gateway tells what came after a cursor and what comes, with fields of other modules", async () => {
  await record("first");
  const { changes } = await answer(database, "{ changes(first: 1) { nodes { cursor } } }");
  await record("second");
  const client = createClient({ url: `${address}/graphql`, retryAttempts: 0 });
  const events = client.iterate({
    query: `subscription ($after: String) {
      changes(after: $after) { action entity { id ... on Topic { slug name revisions { totalCount } } } }
    }`,
    variables: { after: changes.nodes[0].cursor },
  });
  const told = (slug: string) => ({
    data: {
      changes: {
        action: "RECORDED",
        entity: { slug, name: `Topic ${slug}`, revisions: { totalCount: 1 }, id: expect.stringMatching(/^topic_/) },
      },
    },
  });
  expect((await events.next()).value).toEqual(told("second"));
  await record("third");
  expect((await events.next()).value).toEqual(told("third"));
  await events.return?.();
});

test("the gateway refuses a cursor that is none as the single process does", async () => {
  const client = createClient({ url: `${address}/graphql`, retryAttempts: 0 });
  const events = client.iterate({ query: 'subscription { changes(after: "bm8") { action } }' });
  expect(JSON.stringify((await events.next()).value)).toContain("is not a cursor");
  await events.return?.();
});

test.each(["2021-01-27T15:04:05Z", "yesterday"])(
  "the gateway refuses the header Standpoint-Known-At: %s, as the single process does",
  async (moment) => {
    const headers = { "standpoint-known-at": moment };
    const query = "subscription { changes { action } }";
    const { status, text } = await overEventStream(address, query, headers);
    expect(status).toBe(200);
    expect(text).toContain(`event: next\ndata: ${JSON.stringify({ errors: [refusedMoment] })}\n\nevent: complete`);
    expect(await overWebSocket(address, query, headers)).toEqual({ refusal: [refusedMoment] });
  },
);
