import { Writable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Server } from "../../src/server.js";
import { ask, post, testServer } from "../support/server.js";
import { tinySchema } from "./tiny-schema.js";

let server: Server;
let lines: Record<string, unknown>[] = [];
const log = pino(
  { level: "debug" },
  new Writable({
    write(line, _encoding, next) {
      lines.push(JSON.parse(String(line)));
      next();
    },
  }),
);
const secret = /hunter2|db\.ts|at .*:\d+:\d+/;

beforeAll(async () => {
  server = await testServer({ schema: tinySchema, log });
});
afterEach(() => {
  lines = [];
});
afterAll(() => server.close());

describe("what a client is told", () => {
  test.each(["bug", "bugLater", "notAnError", "uncoded", "missing"])("%s: nothing but an incident", async (field) => {
    const answer = await ask(server, `{ hello ${field} }`);
    expect(answer.errors).toEqual([
      {
        message: expect.stringMatching(
          /^An unexpected error occurred on the server\. .*incident id [0-9a-f-]{36} to its operator\.$/,
        ),
        path: [field],
        locations: [{ line: 1, column: 9 }],
        extensions: { code: "INTERNAL_SERVER_ERROR", incidentId: expect.any(String) },
      },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(secret);
    expect(answer.status).toBe(200);
  });

  test("an error that is meant for clients", async () => {
    const { errors } = await ask(server, "{ known }");
    expect(errors).toMatchObject([
      { message: "no such cursor", extensions: { code: "BAD_USER_INPUT", fields: [{ path: "after" }] } },
    ]);
    expect(errors?.[0]?.extensions).not.toHaveProperty("stacktrace");
  });

  test("a statement that took too long", async () => {
    const { errors } = await ask(server, "{ timeout }");
    expect(errors).toMatchObject([{ extensions: { code: "TIMEOUT" }, message: expect.stringContaining("Narrow") }]);
    expect(JSON.stringify(errors)).not.toMatch(secret);
  });

  test.each([
    ["{ hello(", undefined, "GRAPHQL_PARSE_FAILED", undefined],
    ["{ nothing }", undefined, "GRAPHQL_VALIDATION_FAILED", undefined],
    ["query A { hello } query B { hello }", undefined, "OPERATION_RESOLUTION_FAILURE", undefined],
    ["subscription { change }", undefined, "OPERATION_RESOLUTION_FAILURE", undefined],
    ['{ actors(first: "one") { totalCount } }', undefined, "BAD_USER_INPUT", "first"],
    ["{ actors(where: { kinds: [STATE, NOBODY] }) { totalCount } }", undefined, "BAD_USER_INPUT", "where.kinds[1]"],
    [
      "{ actors(where: { not: { not: { size: 1.5 } } }) { totalCount } }",
      undefined,
      "BAD_USER_INPUT",
      "where.not.not.size",
    ],
    ["{ actors(where: { colour: 1 }) { totalCount } }", undefined, "BAD_USER_INPUT", "where.colour"],
    ['query ($f: Int = "x") { actors(first: $f) { totalCount } }', undefined, "BAD_USER_INPUT", "f"],
    [
      "query ($w: Filter) { actors(where: $w) { totalCount } }",
      { w: { kinds: ["STATE", "NOBODY"] } },
      "BAD_USER_INPUT",
      "w.kinds[1]",
    ],
    ["query ($w: Filter) { actors(where: $w) { totalCount } }", { w: { colour: 1 } }, "BAD_USER_INPUT", "w"],
    ["query ($f: Int) { actors(first: $f) { totalCount } }", { f: "one" }, "BAD_USER_INPUT", "f"],
    ["query ($s: String!) { actor(slug: $s) { name } }", {}, "BAD_USER_INPUT", "s"],
    ["query ($s: String!) { actor(slug: $s) { name } }", { s: null }, "BAD_USER_INPUT", "s"],
    ["query ($b: Boolean) { hello @skip(if: $b) }", {}, "GRAPHQL_VALIDATION_FAILED", undefined],
    ["query ($b: Boolean = true) { hello @skip(if: $b) }", { b: null }, "BAD_USER_INPUT", "if"],
    ["query ($n: String) { hello(name: $n) }", { n: "a\0b" }, "BAD_USER_INPUT", "n"],
    [
      "query ($w: Filter) { actors(where: $w) { totalCount } }",
      { w: { not: { name: "\0" } } },
      "BAD_USER_INPUT",
      "w.not.name",
    ],
    ['{ actors(where: { not: { name: "a\\u0000" } }) { totalCount } }', undefined, "BAD_USER_INPUT", "where.not.name"],
    ['{ hello(name: "a\\u{0}") }', undefined, "BAD_USER_INPUT", "name"],
  ])("%s with %j: %s", async (query, variables, code, path) => {
    const { errors, data } = await ask(server, query, { variables });
    expect(errors?.[0]?.extensions).toMatchObject({
      code,
      ...(path && { fields: [{ path, reason: expect.any(String) }] }),
    });
    expect(data).toBeFalsy();
  });

  test.each([
    ["{", 400, "BAD_REQUEST"],
    ["[]", 400, "BAD_REQUEST"],
    ['[{"query":"{ hello }"}]', 400, "BAD_REQUEST"],
    ["null", 400, "BAD_REQUEST"],
    ['{"query":"{ hello }","extensions":{"persistedQuery":"x"}}', 400, "BAD_REQUEST"],
    ['{"query":"{ hello }","extensions":{"persistedQuery":{}}}', 400, "BAD_REQUEST"],
    ['{"query":"{ hello }","extensions":{"persistedQuery":[1]}}', 400, "BAD_REQUEST"],
    ['{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{}}}}', 400, "BAD_REQUEST"],
    ['{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"abc"}}}', 400, "BAD_REQUEST"],
    [
      `{"query":"{ hello }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${"0".repeat(64)}"}}}`,
      400,
      "BAD_REQUEST",
    ],
    [
      `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${"0".repeat(64)}"}}}`,
      200,
      "PERSISTED_QUERY_NOT_FOUND",
    ],
  ])("the body %s: %d %s", async (body, status, code) => {
    const answer = await post(server, body);
    expect(answer).toMatchObject({ status, errors: [{ extensions: { code } }] });
  });
});

describe("what is logged", () => {
  test("an incident in full, and its id in the request's line", async () => {
    const { errors } = await ask(server, "query Broken { bug }");
    const incidentId = errors?.[0]?.extensions?.incidentId;
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 50,
        incidentId,
        err: expect.objectContaining({ message: expect.stringMatching(secret), stack: expect.stringMatching(secret) }),
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: "request",
        operation: "Broken",
        codes: ["INTERNAL_SERVER_ERROR"],
        incidents: [incidentId],
      }),
    );
  });

  test("one line a request, without values", async () => {
    const headers = { "x-request-id": "test-1" };
    await ask(server, "query Greet($n: String) { hello(name: $n) }", { variables: { n: "classified" }, headers });
    expect(lines).toEqual([
      expect.objectContaining({
        msg: "request",
        requestId: "test-1",
        method: "POST",
        path: "/graphql",
        status: 200,
        ms: expect.any(Number),
        operation: "Greet",
        kind: "query",
      }),
    ]);
    expect(JSON.stringify(lines)).not.toContain("classified");
  });

  test("no query string", async () => {
    await server.fastify.inject({ url: "/graphql", query: { query: '{ hello(name: "classified") }' } });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain("classified");
  });
});
