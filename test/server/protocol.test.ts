import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Server } from "../../src/server.js";
import { ask, testServer, unusedDatabase } from "../support/server.js";
import { tinySchema } from "./tiny-schema.js";

let server: Server;
beforeAll(async () => {
  server = await testServer({ schema: tinySchema });
});
afterAll(() => server.close());

describe("methods and types", () => {
  test("a query by GET, as curl sends it", async () => {
    const query = { query: "query Q($n: String) { hello(name: $n) }", variables: '{"n":"you"}', operationName: "Q" };
    const response = await server.fastify.inject({ url: "/graphql", query });
    expect(response.json()).toEqual({ data: { hello: "hello you" } });
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  test("a GET whose variables are no JSON", async () => {
    const response = await server.fastify.inject({ url: "/graphql", query: { query: "{ hello }", variables: "{" } });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  test("no mutation by GET", async () => {
    const response = await server.fastify.inject({ url: "/graphql", query: { query: "mutation { change }" } });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe("POST");
    expect(response.json().data).toBeUndefined();
  });

  // What a form of another site can send without asking first.
  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", undefined])(
    "no POST of the type %s",
    async (type) => {
      const response = await server.fastify.inject({
        method: "POST",
        url: "/graphql",
        headers: type === undefined ? {} : { "content-type": type },
        payload: '{"query":"mutation { change }"}',
      });
      expect(response.statusCode).toBe(415);
      expect(response.json()).toMatchObject({ errors: [{ extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }] });
    },
  );

  test.each(["PUT", "DELETE", "PATCH"] as const)("no %s", async (method) => {
    const response = await server.fastify.inject({ method, url: "/graphql" });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe("GET, POST");
  });

  test("an address where nothing is", async () => {
    const response = await server.fastify.inject({ url: "/graphq" });
    expect(response.statusCode).toBe(404);
    expect(response.json().errors[0].message).toContain("/graphql");
  });

  test("another site's page may ask, without credentials", async () => {
    const origin = "https://dashboard.example";
    const preflight = await server.fastify.inject({
      method: "OPTIONS",
      url: "/graphql",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,standpoint-as-of",
      },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-headers": expect.stringContaining("standpoint-as-of"),
    });
    expect(preflight.headers).not.toHaveProperty("access-control-allow-credentials");
    const { headers } = await ask(server, "{ hello }", { headers: { origin } });
    expect(headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "x-request-id",
    });
  });
});

describe("the header Standpoint-As-Of", () => {
  test("sets the day, and the answer tells it", async () => {
    const { data, extensions } = await ask(server, "{ asOf }", { headers: { "standpoint-as-of": "2021-01-27" } });
    expect(data).toEqual({ asOf: "2021-01-27" });
    expect(extensions).toEqual({ asOf: "2021-01-27" });
  });

  test("is not needed", async () => {
    const answer = await ask(server, "{ asOf }");
    expect(answer.data).toEqual({ asOf: null });
    expect(answer.extensions).toBeUndefined();
  });

  test.each(["2021-02-29", "2021-1-27", "2021-01", "", "today", "2021-01-27T00:00:00Z", "0000-01-01", "2021-13-01"])(
    "refuses %j",
    async (day) => {
      const { errors, status, data } = await ask(server, "{ asOf }", { headers: { "standpoint-as-of": day } });
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining("Standpoint-As-Of"),
          extensions: { code: "BAD_USER_INPUT", fields: [{ path: "Standpoint-As-Of" }] },
        },
      ]);
      expect(status).toBe(400);
      expect(data).toBeUndefined();
    },
  );
});

describe("request ids", () => {
  test("the client's own", async () => {
    const { data, headers } = await ask(server, "{ requestId }", { headers: { "x-request-id": "trace-42" } });
    expect(data).toEqual({ requestId: "trace-42" });
    expect(headers["x-request-id"]).toBe("trace-42");
  });

  test.each(["", "a b", "a\tb", "é", "x".repeat(200)])("a new one instead of %j", async (given) => {
    const { headers } = await ask(server, "{ hello }", { headers: { "x-request-id": given } });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("health", () => {
  const health = async (of: Server, path: string) => {
    const response = await of.fastify.inject({ url: `/health/${path}` });
    return { status: response.statusCode, body: response.json() };
  };

  test("of a server whose database answers", async () => {
    expect(await health(server, "live")).toEqual({ status: 200, body: { status: "live" } });
    expect(await health(server, "ready")).toEqual({ status: 200, body: { status: "ready" } });
  });

  test.each([
    ["fails", () => Promise.reject(new Error("gone"))],
    ["hangs", () => new Promise<never>(() => undefined)],
  ])("of a server whose database %s", async (_name, query) => {
    const broken = await testServer({ schema: tinySchema, database: { ...unusedDatabase, query } });
    expect((await health(broken, "live")).status).toBe(200);
    expect(await health(broken, "ready")).toMatchObject({ status: 503, body: { status: "unavailable" } });
    await broken.close();
  });
});

test("the root leads to the API", async () => {
  const response = await server.fastify.inject({ url: "/" });
  expect(response.statusCode).toBe(302);
  expect(response.headers.location).toBe("graphql");
});
