import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { lastChange } from "../../src/db/last-change.js";
import { sql } from "../../src/db/sql.js";
import { consistencyHeader } from "../../src/http/headers/consistency.js";
import { hashOf } from "../../src/operations/documents.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";

let database: Database;
let deployments: Deployments;
let editor: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  deployments = await startDeployments(database, undefined, { answerCache: 8 });
  editor = (await apiKey(database, "EDITOR")).headers;
});

const names = ["single", "gateway"] as const;
type Name = (typeof names)[number];

const post = async (name: Name, payload: object, headers: Record<string, string> = {}) => {
  const { fastify } = deployments[name];
  return (await fastify.inject({ method: "POST", url: "/graphql", headers, payload })).json();
};
const get = (name: Name, query: string) => deployments[name].fastify.inject({ url: "/graphql", query: { query } });

/** Whether the answer comes from the cache: the table that it is about is not there meanwhile. */
async function isKept(name: Name, payload: object, headers?: Record<string, string>): Promise<boolean> {
  await database.query(sql`alter table "Topic" rename to "Hidden"`);
  try {
    return (await post(name, payload, headers)).errors === undefined;
  } finally {
    await database.query(sql`alter table "Hidden" rename to "Topic"`);
  }
}

const write = async (name: Name, query: string, variables: object) => {
  const { data, errors } = await post(name, { query, variables }, editor);
  expect(errors).toBeUndefined();
  expect(Object.values<{ errors: unknown }>(data)[0]?.errors).toEqual([]);
};
const record = "mutation ($input: RecordTopicInput!) { recordTopic(input: $input) { errors { message } } }";

describe.each(names)("the answer cache of the %s", (name) => {
  const payload = { query: `query ${name} { topics { slug name } }` };

  test("answers again, by POST and by GET, without the database", async () => {
    const first = await post(name, payload);
    expect(await isKept(name, payload)).toBe(true);
    expect(await post(name, payload)).toEqual(first);
    expect((await get(name, payload.query)).json()).toEqual(first);
  });

  test.each(names)("has a write at once that was done at the %s", async (writer) => {
    await post(name, payload);
    const slug = `kept-by-${name}-written-by-${writer}`;
    await write(writer, record, { input: { slug, name: slug } });
    expect((await post(name, payload)).data.topics).toContainEqual({ slug, name: slug });
    expect((await get(name, payload.query)).body).toContain(slug);
  });

  test("tells variables, days, moments, types and operations apart", async () => {
    const query = "query A($slug: String!) { topic(slug: $slug) { slug } } query B { topics { slug } }";
    const [one, other] = (await post(name, payload)).data.topics as { slug: string }[];
    for (const topic of [one, other]) {
      const answer = await post(name, { query, operationName: "A", variables: topic });
      expect(answer).toEqual({ data: { topic: { slug: topic?.slug } } });
    }
    expect((await post(name, { query, operationName: "B" })).data.topics.length).toBeGreaterThan(1);
    const day = { "standpoint-as-of": "2021-01-27" };
    expect(await post(name, payload, day)).toHaveProperty("extensions.asOf", "2021-01-27");
    const cost = { "standpoint-cost": "1" };
    expect(await post(name, payload, cost)).toHaveProperty("extensions.cost");
    expect(await post(name, payload)).not.toHaveProperty("extensions");
  });

  test("keeps no answer of a viewer, no error and no mutation", async () => {
    await post(name, payload, editor);
    expect(await isKept(name, payload, editor)).toBe(false);
    const drafts = { query: "{ drafts { totalCount } topics { slug } }" };
    await post(name, drafts, editor);
    expect((await post(name, drafts)).errors[0].extensions.code).toBe("UNAUTHENTICATED");
    expect(await isKept(name, { query: "{ topics { slug description } }" })).toBe(false);
    expect((await post(name, { query: "{ topics { slug description } }" })).errors).toBeUndefined();
  });

  test("registers Apollo's persisted queries all the same", async () => {
    await post(name, payload);
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(payload.query) } };
    await post(name, { ...payload, extensions });
    expect((await post(name, { extensions })).data).toBeDefined();
  });
});

const manyPages =
  "{ actors { nodes { slug affiliations(first: 200) { nodes { during } } statements(first: 200) { nodes { madeOn } } } } }";

test("a subgraph must have the change by which the gateway keeps an answer: a replica may be behind", async () => {
  const asked: Record<string, unknown>[] = [];
  const own = await startDeployments(database, undefined, {
    answerCache: 8,
    // Of so many objects that a page has 50 rows.
    examples: [{ name: "many-actors", title: "Which actors?", query: manyPages }],
    onAsked: (query, headers) => asked.push({ isLookUp: query.includes("_lookUp"), token: headers[consistencyHeader] }),
  });
  const payload = {
    query: "{ topics { slug } actors(first: 1) { nodes { slug statements(first: 1) { totalCount } } } }",
  };
  await own.gateway.fastify.inject({ method: "POST", url: "/graphql", payload });
  const state = String(await lastChange(database));
  expect(asked[0]).toEqual({ isLookUp: true, token: undefined });
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.slice(1)).toEqual(asked.slice(1).map(() => ({ isLookUp: false, token: state })));

  asked.length = 0;
  const csv = await own.gateway.fastify.inject("/q/many-actors.csv");
  expect(csv.headers["standpoint-snapshot"]).toBe("pages");
  expect(csv.body.length).toBeGreaterThan(0);
  expect(asked.length).toBeGreaterThan(4);
  expect(asked.slice(1)).toEqual(asked.slice(1).map(() => ({ isLookUp: false, token: state })));
});
