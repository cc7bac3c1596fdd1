import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { buildApiSchema } from "../../src/modules/schema.js";
import type { Server } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { ask, post, testServer } from "../support/server.js";
import { tinyModule, written } from "./tiny-module.js";

const write = 'mutation { write(text: "water") }';

let database: Database;
let server: Server;
let key: string;
let address: URL;
let lines: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  server = await testServer({ schema: buildApiSchema([tinyModule]), database, log });
  address = new URL(await server.listen({ host: "127.0.0.1", port: 0 }));
  ({ key } = await apiKey(database, "ADMIN"));
});
afterAll(() => server.close());
beforeEach(() => {
  lines = [];
  written.length = 0;
});

describe("the header Authorization", () => {
  test.each(["Bearer", "bearer", "BEARER"])("bears a credential after %s", async (scheme) => {
    const headers = { authorization: `${scheme} ${key}` };
    expect((await ask(server, "{ whoAsks }", { headers })).data).toEqual({ whoAsks: "key:admin ADMIN" });
  });

  test.each<[string, (key: string) => string]>([
    ["another scheme", (known) => `Basic ${Buffer.from(`me:${known}`).toString("base64")}`],
    ["no scheme", (known) => known],
    ["no credential", () => "Bearer"],
    ["two credentials", (known) => `Bearer ${known} ${known}`],
    ["two credentials in one", (known) => `Bearer ${known}, Bearer ${known}`],
  ])("with %s is refused", async (_name, header) => {
    const { status, headers, data, errors } = await ask(server, "{ whoAsks }", {
      headers: { authorization: header(key) },
    });
    expect({ status, data, errors, challenge: headers["www-authenticate"] }).toEqual({
      status: 401,
      data: undefined,
      errors: [
        {
          message: "The header Authorization must be `Bearer`, followed by an API key or a token.",
          extensions: { code: "UNAUTHENTICATED" },
        },
      ],
      challenge: "Bearer",
    });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ status: 401, codes: ["UNAUTHENTICATED"] }]);
    expect(lines.join("")).not.toContain(key);
  });

  test.each(["", " "])("that is empty (%j) is none", async (authorization) => {
    const { status, data } = await ask(server, "{ whoAsks }", { headers: { authorization } });
    expect({ status, data }).toEqual({ status: 200, data: { whoAsks: null } });
    const { errors } = await ask(server, write, { headers: { authorization } });
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED", requiredRole: expect.any(String) } }]);
    expect(written).toEqual([]);
  });

  // Over a socket, since what asks in memory cannot send a header twice.
  test("is refused where there are several, even if one of them is good", async () => {
    const body = JSON.stringify({ query: write });
    const socket = connect(Number(address.port), address.hostname);
    await once(socket, "connect");
    const head = ["POST /graphql HTTP/1.1", "host: test", "content-type: application/json", "connection: close"];
    const credentials = [`authorization: Bearer ${key}`, `Authorization: Bearer ${key}`];
    socket.write(`${[...head, ...credentials, `content-length: ${body.length}`].join("\r\n")}\r\n\r\n${body}`);
    const answer = await text(socket);
    expect(answer).toMatch(
      /^HTTP\/1\.1 401 [\s\S]+www-authenticate: Bearer\r\n[\s\S]+The request has several Authorization headers/,
    );
    expect(written).toEqual([]);
  });
});

describe("a credential in the address", () => {
  test.each([
    "access_token",
    "accessToken",
    "api_key",
    "api-key",
    "apikey",
    "key",
    "authorization",
    "Authorization",
    "token",
    "extra",
    "query",
  ])("in the parameter %s is refused, and not logged", async (name) => {
    for (const [method, accept] of [
      ["POST", "application/json"],
      ["GET", "application/json"],
      ["GET", "text/html"],
    ] as const) {
      lines = [];
      const { json, ...response } = await server.fastify.inject({
        method,
        url: "/graphql",
        query: { query: "{ whoAsks }", [name]: key },
        headers: { accept, authorization: `Bearer ${key}`, "content-type": "application/json" },
        ...(method === "POST" && { payload: { query: write } }),
      });
      expect({ status: response.statusCode, body: json() }).toEqual({
        status: 400,
        body: {
          errors: [
            {
              message: expect.stringContaining(`The parameter \`${name}\` contains a credential, or looks like one`),
              extensions: { code: "BAD_REQUEST" },
            },
          ],
        },
      });
      expect(lines).toHaveLength(1);
      expect(response.body + lines.join("")).not.toContain(key);
    }
    expect(written).toEqual([]);
  });

  test("is refused whatever it is: it need not be an API key", async () => {
    const response = await server.fastify.inject({
      url: "/graphql",
      query: { query: "{ whoAsks }", access_token: "x" },
    });
    expect(response.statusCode).toBe(400);
  });
});

describe("another site cannot make a browser write", () => {
  const headers = () => ({ authorization: `Bearer ${key}` });

  test("by GET", async () => {
    const response = await server.fastify.inject({ url: "/graphql", query: { query: write }, headers: headers() });
    expect(response.statusCode).toBe(405);
    expect(written).toEqual([]);
  });

  // What forms and `fetch` send to another site without asking it first.
  test.each([
    ["text/plain", JSON.stringify({ query: write })],
    ["text/plain; charset=utf-8", JSON.stringify({ query: write })],
    ["application/x-www-form-urlencoded", `query=${encodeURIComponent(write)}`],
    [
      "multipart/form-data; boundary=x",
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${write}\r\n--x--\r\n`,
    ],
    ["", JSON.stringify({ query: write })],
  ])("by a body of the type %j", async (type, body) => {
    const { status } = await post(server, body, { ...headers(), "content-type": type });
    expect(status).toBe(415);
    expect(written).toEqual([]);
  });

  test("while JSON is taken", async () => {
    expect((await post(server, { query: write }, headers())).data).toEqual({ write: "water" });
  });
});
