import { beforeAll, expect, test } from "@jest/globals";
import { createClient } from "graphql-sse";
import type { Database } from "../../src/db/database.js";
import type { Server } from "../../src/server.js";
import { told, topic } from "../modules/alerts/alert-kit.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { startDeployments } from "../support/federation.js";
import { ask } from "../support/server.js";

let database: Database;
let single: Server;
let gateway: Server;
let headers: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  ({ single, gateway } = await startDeployments(database));
  ({ headers } = await apiKey(database, "READER"));
  await topic(database, "water", "Water");
});

const save = async (server: Server, input: object) => {
  const query = `mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) {
    savedQuestion { id name query variables answer cursor webhook { url } } webhookSecret
    errors { __typename path message } } }`;
  const { data, errors } = await ask(server, query, { variables: { input }, headers });
  expect(errors).toBeUndefined();
  return data.saveQuestion;
};

// Of several modules: the alerts' subgraph answers by the whole schema.
const query = "query Q($first: Int!) { topics { name } actors(first: $first) { nodes { statements { totalCount } } } }";

test("the gateway saves and refuses questions as the single process does", async () => {
  const good = { name: "Of several modules", query, variables: { first: 2 } };
  const saved = await save(gateway, good);
  expect(saved).toMatchObject({
    ...{ errors: [], savedQuestion: { query, answer: { topics: [{ name: "Water" }], actors: { nodes: [] } } } },
  });
  expect(await save(single, good)).toEqual(saved);
  for (const wrong of [
    { query: "{ nonsense }" },
    { query: "{ drafts { totalCount } }" },
    { variables: {} },
    { name: "" },
    { webhookUrl: "https://127.0.0.1/" },
    { query: "{ actors(first: 100) { nodes { statements(first: 100) { nodes { sources { title } } } } } }" },
  ]) {
    const refused = await save(gateway, { ...good, name: "Wrong", ...wrong });
    expect(told(refused)).toHaveLength(1);
    expect(refused).toEqual(await save(single, { ...good, name: "Wrong", ...wrong }));
  }
});

test("who follows through the gateway is told of other answers, and goes on from a cursor", async () => {
  const { savedQuestion } = await save(gateway, { name: "Followed", query, variables: { first: 1 } });
  const client = createClient({ url: `${gateway.fastify.listeningOrigin}/graphql`, headers, retryAttempts: 0 });
  const follow = (after: string) =>
    client.iterate({
      query: `subscription ($id: ID!, $after: String) { questionChanged(id: $id, after: $after) {
        cursor answer savedQuestion { name } changes { nodes { action entity { id ... on Topic { name } } } } } }`,
      variables: { id: savedQuestion.id, after },
    });
  const events = follow(savedQuestion.cursor);
  const first = events.next();
  await topic(database, "air", "Air");
  const { data } = (await first).value as { data: { questionChanged: { cursor: string } } };
  expect(data.questionChanged).toMatchObject({
    answer: { topics: [{ name: "Air" }, { name: "Water" }], actors: { nodes: [] } },
    savedQuestion: { name: "Followed" },
    changes: { nodes: [{ action: "RECORDED", entity: { id: expect.stringMatching(/^topic_/), name: "Air" } }] },
  });
  await events.return?.();
  await topic(database, "earth", "Earth");
  const again = follow(data.questionChanged.cursor);
  expect((await again.next()).value).toMatchObject({
    data: { questionChanged: { answer: { topics: [{ name: "Air" }, { name: "Earth" }, { name: "Water" }] } } },
  });
  await again.return?.();
});

test("the gateway lets nobody follow what is not theirs", async () => {
  const { savedQuestion } = await save(gateway, { name: "Mine", query, variables: { first: 3 } });
  const other = await apiKey(database, "EDITOR", { name: "other" });
  const url = `${gateway.fastify.listeningOrigin}/graphql`;
  const subscription = `subscription { questionChanged(id: "${savedQuestion.id}") { cursor } }`;
  for (const [given, message] of [
    [other.headers, "is not the id of one of your saved questions"],
    [{}, "requires credentials with the role READER"],
  ] as const) {
    const events = createClient({ url, headers: given, retryAttempts: 0 }).iterate({ query: subscription });
    expect(JSON.stringify((await events.next()).value)).toContain(message);
    await events.return?.();
  }
});
