import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { createServer } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { schema } from "../support/once/schema.js";

const silent = pino({ level: "silent" });

let database: Database;
let deployments: Deployments;
let editor: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  deployments = await startDeployments(database);
  editor = (await apiKey(database, "EDITOR")).headers;
});

type Name = "single" | "gateway";
const names: Name[] = ["single", "gateway"];

const get = (name: Name, query: string, headers: Record<string, string> = {}) =>
  deployments[name].fastify.inject({ url: "/graphql", query: { query }, headers });

const write = async (slug: string) => {
  const { body } = await deployments.single.fastify.inject({
    method: "POST",
    url: "/graphql",
    headers: editor,
    payload: {
      query:
        "mutation ($input: RecordTopicInput!) { recordTopic(input: $input) { topic { slug } errors { message } } }",
      variables: { input: { slug, name: slug } },
    },
  });
  expect(JSON.parse(body)).toEqual({ data: { recordTopic: { topic: { slug }, errors: [] } } });
};

const list = "{ topics { slug name } actors(first: 100) { nodes { slug name } } }";

test("is not kept for ever where a replica that is far behind answers", async () => {
  const freshAt = Date.now() - 90 * 60_000;
  const reading = { ...database, replica: { primary: database, freshAt, leave: () => undefined } };
  const replicas = { count: 1, usable: 1, readingFor: () => Promise.resolve(reading) };
  const server = await createServer({ schema, database: { ...database, replicas }, log: silent, examples: [] });
  const at = async (minutes: number) => {
    const knownAt = new Date(Date.now() - minutes * 60_000).toISOString();
    const headers = { "standpoint-known-at": knownAt, "standpoint-as-of": "2021-01-27" };
    return (await server.fastify.inject({ url: "/graphql", query: { query: "{ __typename }" }, headers })).headers;
  };
  expect((await at(100))["cache-control"]).toBe("public, no-cache");
  expect((await at(200))["cache-control"]).toBe("public, max-age=31536000, immutable");
  await server.close();
});

describe("a query by GET", () => {
  test.each(names)("is not sent again where the client has the answer: %s", async (name) => {
    const first = await get(name, list);
    expect(first.headers).toMatchObject({ etag: expect.stringMatching(/^W\/"/), "cache-control": "public, no-cache" });
    expect(first.headers.vary).toMatch(/authorization, standpoint-as-of, standpoint-cost, standpoint-known-at/);
    const { etag } = first.headers as { etag: string };
    const again = await get(name, list, { "if-none-match": `"other", ${etag}` });
    expect(again).toMatchObject({ statusCode: 304, body: "", headers: { etag } });
    expect((await get(name, list, { "if-none-match": '"other"' })).statusCode).toBe(200);
  });

  test.each(names)("is answered anew once the record has changed: %s", async (name) => {
    const { etag } = (await get(name, list)).headers as { etag: string };
    await write(`changed-for-${name}`);
    const again = await get(name, list, { "if-none-match": etag });
    expect(again.statusCode).toBe(200);
    expect(again.body).toContain(`changed-for-${name}`);
    expect(again.headers.etag).not.toBe(etag);
  });

  test.each(names)("asks for nothing but the newest change where the client has the answer: %s", async (name) => {
    const { etag } = (await get(name, list)).headers as { etag: string };
    await database.query(sql`alter table "Topic" rename to "Hidden"`);
    try {
      expect((await get(name, list)).body).toContain("INTERNAL_SERVER_ERROR");
      expect((await get(name, list, { "if-none-match": etag })).statusCode).toBe(304);
    } finally {
      await database.query(sql`alter table "Hidden" rename to "Topic"`);
    }
  });

  test("has another ETag for another question, type, day and moment", async () => {
    const moment = new Date().toISOString();
    const tags = await Promise.all(
      [
        {},
        { accept: "application/graphql-response+json" },
        { "standpoint-as-of": "2021-01-27" },
        { "standpoint-known-at": moment },
        { "standpoint-as-of": "2021-01-27", "standpoint-known-at": moment },
      ].map(async (headers) => (await get("single", list, headers as Record<string, string>)).headers.etag),
    );
    tags.push((await get("single", "{ topics { slug } }")).headers.etag);
    expect(new Set(tags).size).toBe(6);
  });

  test("is for good at a day and a moment that have passed", async () => {
    const headers = { "standpoint-as-of": "2021-01-27", "standpoint-known-at": "2100-01-01T00:00:00Z" };
    expect((await get("single", list, headers)).headers["cache-control"]).not.toContain("immutable");
    const hourAgo = new Date(Date.now() - 61 * 60_000).toISOString();
    const past = await get("single", "{ __typename }", { ...headers, "standpoint-known-at": hourAgo });
    expect(past.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const today = await get("single", "{ __typename }", { "standpoint-known-at": hourAgo });
    expect(today.headers["cache-control"]).toBe("public, no-cache");
  });

  test.each(names)("with a credential is private, and an ETag of what it answers: %s", async (name) => {
    const drafts = "{ drafts { totalCount } }";
    const first = await get(name, drafts, editor);
    expect(first.headers["cache-control"]).toBe("private, no-cache");
    const { etag } = first.headers as { etag: string };
    expect((await get(name, drafts, { ...editor, "if-none-match": etag })).statusCode).toBe(304);
    expect((await get(name, drafts, { "if-none-match": etag })).statusCode).not.toBe(304);
  });

  test.each(names)("that fails is never kept: %s", async (name) => {
    for (const query of ["{ nothing }", "{ actors(first: 501) { totalCount } }", "{ drafts { totalCount } }"]) {
      const { headers } = await get(name, query);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers).not.toHaveProperty("etag");
    }
  });

  test.each(names)("by HEAD has the same headers: %s", async (name) => {
    const { etag } = (await get(name, list)).headers as { etag: string };
    const url = { url: "/graphql", query: { query: list }, method: "HEAD" as const };
    expect((await deployments[name].fastify.inject(url)).headers.etag).toBe(etag);
    const again = await deployments[name].fastify.inject({ ...url, headers: { "if-none-match": etag } });
    expect(again.statusCode).toBe(304);
  });
});

describe("an answer", () => {
  const decompress = { br: brotliDecompressSync, gzip: gunzipSync };
  test.each(names.flatMap((name) => (["br", "gzip"] as const).map((encoding) => [name, encoding] as const)))(
    "is compressed where the client takes that: %s, %s",
    async (name, encoding) => {
      const post = (headers: Record<string, string>) =>
        deployments[name].fastify.inject({ method: "POST", url: "/graphql", payload: { query: list }, headers });
      const plain = await post({});
      expect(plain.headers).not.toHaveProperty("content-encoding");
      const compressed = await post({ "accept-encoding": encoding });
      expect(compressed.headers["content-encoding"]).toBe(encoding);
      expect(compressed.headers.vary).toMatch(/accept-encoding/);
      expect(compressed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
      expect(decompress[encoding](compressed.rawPayload).toString()).toBe(plain.body);
    },
  );

  test("that is small, or of a mutation, is not", async () => {
    const headers = { ...editor, "accept-encoding": "gzip" };
    const small = await get("single", "{ __typename }", headers);
    expect(small.headers).not.toHaveProperty("content-encoding");
    const name = "x".repeat(180);
    const aliases = Array.from(
      { length: 20 },
      (_, index) => `a${index}: recordTopic(input: $input) { errors { message } topic { name } }`,
    );
    const mutation = await deployments.single.fastify.inject({
      method: "POST",
      url: "/graphql",
      headers,
      payload: {
        query: `mutation ($input: RecordTopicInput!) { ${aliases.join(" ")} }`,
        variables: { input: { slug: "long", name } },
      },
    });
    expect(mutation.body.length).toBeGreaterThan(2_000);
    expect(mutation.headers).not.toHaveProperty("content-encoding");
  });
});
