import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getIntrospectionQuery } from "graphql";
import { defaultLimits } from "../../src/operations/limits/limits.js";
import type { Server } from "../../src/server.js";
import { ask, post, testServer } from "../support/server.js";
import { tinySchema } from "./tiny-schema.js";

let server: Server;

beforeAll(async () => {
  server = await testServer({ schema: tinySchema });
});
afterAll(() => server.close());

const nested = (depth: number): string =>
  `{ actor(slug: "a") ${"{ sponsor ".repeat(depth - 2)}{ name }${" }".repeat(depth - 2)} }`;
const filter = (depth: number): object => (depth === 0 ? {} : { not: filter(depth - 1) });
const literal = (depth: number): string =>
  `{ actors(where: ${"{ not: ".repeat(depth)}{}${" }".repeat(depth)}) { totalCount } }`;
const repeated = (count: number, one: (index: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, i) => one(i)).join(" ")} }`;
const withFilter = "query ($w: Filter) { actors(where: $w) { totalCount } }";

describe("what is refused", () => {
  test.each([
    ["depth", nested(21), undefined, "QUERY_TOO_DEEP", { max: 20, found: 21 }],
    ["depth", nested(30), undefined, "QUERY_TOO_DEEP", { max: 20, found: 30 }],
    ["nesting", nested(1000), undefined, "QUERY_TOO_DEEP", { max: 100 }],
    ["nesting", literal(2000), undefined, "QUERY_TOO_DEEP", { max: 100 }],
    ["nesting", `{ hello(name: ${"[".repeat(100_000)}`, undefined, "QUERY_TOO_DEEP", { max: 100 }],
    ["tokens", repeated(6000, () => "hello"), undefined, "QUERY_TOO_LONG", { max: 5000 }],
    [
      "aliases",
      `{ actor(slug: "a") ${repeated(101, (i) => `a${i}: name`)} }`,
      undefined,
      "QUERY_TOO_MANY_ALIASES",
      { max: 100 },
    ],
    [
      "rootFields",
      repeated(51, (i) => `a${i}: hello`),
      undefined,
      "QUERY_TOO_MANY_ROOT_FIELDS",
      { max: 50, found: 51 },
    ],
    ["variableDepth", withFilter, { w: filter(60) }, "VARIABLES_TOO_DEEP", { max: 50 }],
    ["variableValues", withFilter, { w: { kinds: Array(5000).fill("STATE") } }, "VARIABLES_TOO_LARGE", { max: 5000 }],
    ["variableDepth", withFilter, { w: filter(1500) }, "VARIABLES_TOO_DEEP", { max: 50 }],
    [
      "objects",
      "{ actors(first: 100) { nodes { members(first: 100) { nodes { members(first: 100) { nodes { name } } } } } } }",
      undefined,
      "QUERY_TOO_LARGE",
      { max: 100_000 },
    ],
    [
      "objects",
      "query ($n: Int = 100) { actors(first: $n) { nodes { members(last: $n) { edges { node { members(first: 20) { nodes { name } } } } } } } }",
      undefined,
      "QUERY_TOO_LARGE",
      {},
    ],
  ])("%s", async (name, query, variables, code, limit) => {
    const answer = await ask(server, query, { variables });
    expect(answer.errors).toMatchObject([{ extensions: { code, limit: { name, ...limit } } }]);
    expect(answer.errors?.[0]?.message).toContain(
      defaultLimits[name as keyof typeof defaultLimits].toLocaleString("en"),
    );
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
  });

  test("with a status of its own for the newer media type too", async () => {
    const answer = await ask(server, nested(21), { headers: { accept: "application/graphql-response+json" } });
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: "QUERY_TOO_DEEP" } }] });
  });

  test("a body of 5 MB, over a real connection", async () => {
    const listening = await testServer({ schema: tinySchema });
    const address = await listening.listen({ host: "127.0.0.1", port: 0 });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ hello }", variables: { text: "x".repeat(5_000_000) } }),
      });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: "PAYLOAD_TOO_LARGE", limit: { name: "bodyBytes", max: 1_048_576 } } }],
      });
    }
    await listening.close();
  });

  test("fragments that would expand without end", async () => {
    const doubling = Array.from(
      { length: 18 },
      (_, i) => `fragment F${i} on Actor { a: sponsor { ...F${i + 1} } b: sponsor { ...F${i + 1} } }`,
    );
    const query = `{ actor(slug: "a") { ...F0 } } ${doubling.join(" ")} fragment F18 on Actor { name }`;
    // Expanded, it would take longer than any test may.
    expect((await ask(server, query)).errors?.[0]?.extensions?.code).toBe("QUERY_TOO_MANY_ALIASES");
  });

  test("fragments in a circle", async () => {
    const query = `{ actor(slug: "a") { ...A } } fragment A on Actor { sponsor { ...B } } fragment B on Actor { sponsor { ...A } }`;
    expect((await ask(server, query)).errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("a document made to be slow to validate", async () => {
    const same = `{ ${'actor(slug: "a") { name sponsor { name } } '.repeat(300)} }`;
    // Each field is compared with all that it would merge with, which graphql-js gives up in time.
    expect((await ask(server, same)).errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("what is answered", () => {
  test.each([
    [
      "the standard introspection",
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }),
    ],
    ["20 levels", nested(20)],
    ["50 fields at the top", repeated(50, (i) => `a${i}: hello`)],
    [
      "a full page of long pages",
      "{ actors(first: 500) { nodes { members(first: 100) { totalCount edges { node { name } } } } } }",
    ],
    ["counts alone", "{ actors(first: 100) { nodes { members(first: 100) { totalCount } } } }"],
    ["brackets in text", `{ hello(name: "${"{".repeat(300)}") }`],
    [
      "a page that is too long, which the field refuses",
      "{ actors(first: 1000) { nodes { members { totalCount } } } }",
    ],
  ])("%s", async (_name, query) => {
    expect((await ask(server, query)).errors).toBeUndefined();
  });

  test("filters 40 deep, in variables and written out", async () => {
    expect((await ask(server, withFilter, { variables: { w: filter(40) } })).errors).toBeUndefined();
    expect((await ask(server, literal(40))).errors).toBeUndefined();
  });

  test("a document that was registered by its hash", async () => {
    const sha256Hash = "f0d21b8e5b1e9b5f4c7e5d1f7c1b0a7f6f9f0f5a0a0b0c0d0e0f101112131415";
    const { createHash } = await import("node:crypto");
    const hash = createHash("sha256").update("{ hello }").digest("hex");
    const extensions = (value: string) => ({ persistedQuery: { version: 1, sha256Hash: value } });
    expect(await post(server, { query: "{ hello }", extensions: extensions(hash) })).toMatchObject({
      status: 200,
      data: { hello: "hello " },
    });
    expect(await post(server, { extensions: extensions(hash) })).toMatchObject({
      status: 200,
      data: { hello: "hello " },
    });
    expect((await post(server, { query: "{ hello }", extensions: extensions(sha256Hash) })).status).toBe(400);
  });
});
