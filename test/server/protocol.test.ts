import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Server } from "../../src/server.js";
import { ask, post, testServer, unusedDatabase } from "../support/server.js";
import { changed, tinySchema } from "./tiny-schema.js";

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
    expect(response.headers["cache-control"]).toBe("public, no-cache"); // see caching.test.ts
  });

  test.each(["", "null"])("optional parameters that are %j are none, by GET and by POST", async (empty) => {
    const left = { variables: empty, extensions: empty, ...(empty === "" && { operationName: empty }) };
    const get = await server.fastify.inject({ url: "/graphql", query: { query: "query Q { hello }", ...left } });
    expect(get.json()).toEqual({ data: { hello: "hello " } });
    const none = Object.fromEntries(Object.keys(left).map((name) => [name, empty === "" ? "" : null]));
    expect((await post(server, { query: "query Q { hello }", ...none })).data).toEqual({ hello: "hello " });
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
    expect(response.headers.allow).toBe("GET, HEAD, POST");
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  test("HEAD is answered as GET, without the body", async () => {
    for (const query of ["{ hello }", "{ hello", "mutation { change }", ""]) {
      const head = await server.fastify.inject({ method: "HEAD", url: "/graphql", query: { query } });
      const get = await server.fastify.inject({ method: "GET", url: "/graphql", query: { query } });
      const shown = ({ statusCode, headers }: typeof head) => ({
        statusCode,
        ...{ ...headers, date: undefined, "x-request-id": undefined },
      });
      expect(shown(head)).toEqual(shown(get));
      expect([head.body, get.body.length > 0]).toEqual(["", true]);
    }
  });

  test("one operation a request: an array of them is refused", async () => {
    const { status, errors } = await post(server, [{ query: "{ hello }" }, { query: "{ hello }" }]);
    expect({ status, errors }).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining("one operation per request"), extensions: { code: "BAD_REQUEST" } }],
    });
  });

  test("what is not acceptable is refused before it is done", async () => {
    for (const accept of ["application/xml", "text/html", "multipart/mixed", "application/json;q=0"]) {
      changed.length = 0;
      const { status, data, errors } = await ask(server, "mutation { change }", { headers: { accept } });
      expect({ status, data, errors }).toMatchObject({
        status: 406,
        errors: [{ message: expect.stringContaining("Accept"), extensions: { code: "NOT_ACCEPTABLE" } }],
      });
      expect(data).toBeUndefined();
      expect(changed).toEqual([]);
    }
  });

  test("an address where nothing is", async () => {
    const response = await server.fastify.inject({ url: "/graphq" });
    expect(response.statusCode).toBe(404);
    expect(response.json().errors[0].message).toContain("/graphql");
  });

  test.each([
    "authorization,content-type,standpoint-as-of,standpoint-known-at",
    "apollographql-client-name,apollographql-client-version,content-type",
    "baggage,sentry-trace,traceparent,tracestate,x-requested-with",
    "x-whatever-comes-next",
  ])("a page of another site may send the headers %s, and no credentials of the browser's", async (requested) => {
    const origin = "https://dashboard.example";
    const preflight = await server.fastify.inject({
      method: "OPTIONS",
      url: "/graphql",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": requested,
      },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, POST",
      "access-control-allow-headers": requested,
      vary: expect.stringMatching(/access-control-request-headers/i),
    });
    expect(preflight.headers).not.toHaveProperty("access-control-allow-credentials");
    const { headers } = await ask(server, "{ hello }", { headers: { origin } });
    expect(headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": expect.stringContaining("x-request-id"),
    });
  });
});

describe("a body", () => {
  const body = JSON.stringify({ query: '{ hello(name: "Côte d’Ivoire") }' });
  const sent = async (payload: Buffer | string, headers: Record<string, string>) => {
    const {
      statusCode,
      headers: answered,
      ...response
    } = await server.fastify.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", ...headers },
      payload,
    });
    return { status: statusCode, accepted: answered["accept-encoding"], ...response.json() };
  };

  test.each(["utf-8", "UTF-8", "utf8", "UTF8", '"utf-8"', "unicode-1-1-utf-8"])(
    "in UTF-8, called %s",
    async (charset) => {
      const { data } = await sent(body, { "content-type": `application/json; charset=${charset}` });
      expect(data).toEqual({ hello: "hello Côte d’Ivoire" });
    },
  );

  test.each([
    "application/json; profile=x",
    "Application/JSON",
    "application/json;",
    'application/json ; CHARSET = "utf-8"',
  ])("of the type %s", async (type) => {
    expect((await sent(body, { "content-type": type })).data).toEqual({ hello: "hello Côte d’Ivoire" });
  });

  test("in UTF-8 with a byte order mark", async () => {
    expect((await sent(`\uFEFF${body}`, {})).data).toEqual({ hello: "hello Côte d’Ivoire" });
  });

  test.each(["iso-8859-1", "windows-1252", "utf-16", "utf-16le", "us-ascii", "shift_jis", "nonsense", '""'])(
    "in the charset %s is refused",
    async (charset) => {
      const { status, errors, data } = await sent(body, { "content-type": `application/json; charset=${charset}` });
      expect({ status, errors, data }).toMatchObject({
        status: 415,
        errors: [{ message: expect.stringContaining("UTF-8"), extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }],
      });
      expect(data).toBeUndefined();
    },
  );

  test.each<BufferEncoding>(["latin1", "utf16le"])(
    "whose bytes are %s is refused, not recorded as \uFFFD",
    async (encoding) => {
      expect(await sent(Buffer.from(body.replaceAll("’", "'"), encoding), {})).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: "BAD_REQUEST" } }],
      });
    },
  );

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
    ["gzip, identity", gzipSync],
    ["zstd", (text: string) => Buffer.from(text)],
  ] as const)("compressed by %s is refused, and told what is taken", async (encoding, compress) => {
    expect(await sent(compress(body), { "content-encoding": encoding })).toEqual({
      status: 415,
      accepted: "identity",
      errors: [{ message: expect.stringContaining("compressed"), extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }],
    });
  });

  test.each(["identity", "", "Identity"])("with the encoding %j is not compressed", async (encoding) => {
    expect((await sent(body, { "content-encoding": encoding })).data).toEqual({ hello: "hello Côte d’Ivoire" });
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
