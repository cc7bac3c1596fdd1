import { request as httpRequest } from "node:http";
import { Writable } from "node:stream";
import { setImmediate as round } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { createClient as webSocketClient } from "graphql-ws";
import { pino } from "pino";
import { WebSocket } from "ws";
import type { Context } from "../../src/context.js";
import { FairQueue, oneAtATime } from "../../src/db/admission/fair-queue.js";
import type { Database } from "../../src/db/database.js";
import { Overloaded, QueryTimeout } from "../../src/db/errors.js";
import { sql } from "../../src/db/sql.js";
import type { Server, ServerConfig } from "../../src/server.js";
import { ask, testServer } from "../support/server.js";

/** A database on which each query waits until it is ended or its signal is aborted, and what happened on it. */
function waitingDatabase() {
  const running: { client: string; end: () => void }[] = [];
  const cancelled: unknown[] = [];
  const database = {
    kind: "embedded",
    turns: new FairQueue({ ...oneAtATime, slots: 4, clientSlots: 3, longSlots: 3, clientLongSlots: 2, yields: false }),
    query: ({ text }: { text: string }, signal?: AbortSignal) =>
      new Promise((resolve, reject) => {
        running.push({ client: text, end: () => resolve([{ done: 1 }]) });
        signal?.addEventListener("abort", () => {
          cancelled.push(signal.reason);
          reject(signal.reason);
        });
      }),
    close: () => Promise.resolve(),
  } as unknown as Database; // as much of one as the schema below uses
  return { database, running, cancelled };
}

const work = (_: unknown, __: unknown, { database }: Context) => database.query(sql`select 1`).then(() => "done");
const client = {
  type: GraphQLString,
  resolve: (_: unknown, __: unknown, context: object) => (context as { client: string }).client,
};

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      client,
      light: { type: GraphQLString, resolve: () => "light" },
      work: { type: GraphQLString, args: { n: { type: GraphQLInt } }, resolve: work },
      overloaded: {
        type: GraphQLString,
        resolve: () => {
          throw new Overloaded();
        },
      },
    },
  }),
  mutation: new GraphQLObjectType({
    name: "Mutation",
    fields: {
      change: { type: new GraphQLNonNull(GraphQLString), resolve: () => "changed" },
      overloaded: {
        type: GraphQLString,
        resolve: () => {
          throw new Overloaded();
        },
      },
    },
  }),
  subscription: new GraphQLObjectType({
    name: "Subscription",
    fields: {
      event: {
        type: GraphQLString,
        subscribe: async function* () {
          yield {};
        },
        resolve: work,
      },
    },
  }),
});

const lines: Record<string, unknown>[] = [];
const log = pino(
  { level: "debug" },
  new Writable({
    write(line, _encoding, next) {
      lines.push(JSON.parse(String(line)));
      next();
    },
  }),
);
const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
});
beforeEach(() => {
  lines.length = 0;
});

async function start(config: Partial<ServerConfig> = {}) {
  const waiting = waitingDatabase();
  const server = await testServer({ schema, log, database: waiting.database, patience: 100, ...config });
  servers.push(server);
  return { server, ...waiting };
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await round();
};

describe("a request whose turn does not come", () => {
  let server: Server;
  beforeAll(async () => {
    ({ server } = await start());
  });

  test.each(["{ light overloaded }", "{ a: overloaded b: overloaded }"])("%s is refused entirely", async (query) => {
    const { status, headers, data, errors } = await ask(server, query);
    expect({ status, retry: headers["retry-after"], data }).toEqual({ status: 503, retry: "5", data: undefined });
    expect(errors).toEqual([
      { message: expect.stringContaining("Retry in a few seconds"), extensions: { code: "OVERLOADED" } },
    ]);
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test("is answered if it is a mutation, since what it did is done", async () => {
    const { status, data, errors } = await ask(server, "mutation { change overloaded }");
    expect({ status, data }).toEqual({ status: 200, data: { change: "changed", overloaded: null } });
    expect(errors).toMatchObject([{ path: ["overloaded"], extensions: { code: "OVERLOADED" } }]);
  });

  test("waits no longer than the limit, behind its own client's work, while others are answered", async () => {
    const { server, running } = await start({ limits: { patience: 200 }, trustedProxies: ["127.0.0.0/8"] });
    const headers = { "x-forwarded-for": "192.0.2.1" };
    const first = Array.from({ length: 4 }, (_, n) => ask(server, `{ work(n: ${n}) }`, { headers }));
    await until(() => running.length === 2);
    let refused = 0;
    for (const answer of first) void answer.then(({ status }) => (refused += Number(status === 503)));
    const other = ask(server, "{ work(n: 1) }", { headers: { "x-forwarded-for": "192.0.2.2" } });
    await until(() => refused === 2);
    expect(running).toHaveLength(3);
    for (const { end } of running) end();
    const answers = await Promise.all(first);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503]);
    expect((await other).data).toEqual({ work: "done" });
  });
});

test("the queries of a request share one budget, and use few connections", async () => {
  const { server, running, cancelled } = await start({ limits: { databaseTime: 50 } });
  const { status, data, errors } = await ask(server, "{ light a: work b: work c: work }");
  expect({ status, data }).toEqual({ status: 200, data: { light: "light", a: null, b: null, c: null } });
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["TIMEOUT", "TIMEOUT", "TIMEOUT"]);
  expect(running).toHaveLength(2);
  expect(cancelled).toEqual([expect.any(QueryTimeout), expect.any(QueryTimeout)]);
  expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

describe("who the client is", () => {
  const clientOf = async (config: Partial<ServerConfig>, headers: Record<string, string>, remoteAddress?: string) => {
    const { server } = await start(config);
    const response = await server.fastify.inject({
      method: "POST",
      url: "/graphql",
      headers,
      payload: { query: "{ client }" },
      remoteAddress,
    });
    return response.json().data.client;
  };

  test.each<[string, Partial<ServerConfig>, Record<string, string>, string, string]>([
    ["its address", {}, {}, "192.0.2.7", "address:192.0.2.7"],
    [
      "no header that it sends",
      {},
      { "standpoint-client": "key:me", "x-forwarded-for": "1.2.3.4" },
      "192.0.2.7",
      "address:192.0.2.7",
    ],
    ["of IPv6 the network", {}, {}, "2001:db8:1:2:3:4:5:6", "address:2001:db8:1:2::/64"],
    ["an IPv4 address in IPv6's form", {}, {}, "::ffff:192.0.2.7", "address:192.0.2.7"],
    [
      "whom a trusted proxy names",
      { trustedProxies: ["10.0.0.0/8"] },
      { "x-forwarded-for": "198.51.100.9" },
      "10.1.2.3",
      "address:198.51.100.9",
    ],
    [
      "not whom the client says it passed through",
      { trustedProxies: ["10.0.0.0/8"] },
      { "x-forwarded-for": "9.9.9.9, 198.51.100.9" },
      "10.1.2.3",
      "address:198.51.100.9",
    ],
    [
      "nor whom others name",
      { trustedProxies: ["10.0.0.0/8"] },
      { "x-forwarded-for": "9.9.9.9" },
      "192.0.2.7",
      "address:192.0.2.7",
    ],
    [
      "whom a gateway names",
      { isBehindGateway: true },
      { "standpoint-client": "address:198.51.100.9" },
      "127.0.0.1",
      "address:198.51.100.9",
    ],
  ])("%s", async (_, config, headers, remoteAddress, expected) => {
    expect(await clientOf(config, headers, remoteAddress)).toBe(expected);
  });
});

describe("a client that hangs up", () => {
  test("has its queries cancelled and those that wait dropped, without a word in the log", async () => {
    const { server, running, cancelled } = await start();
    const address = await server.listen({ host: "127.0.0.1", port: 0 });
    const request = httpRequest(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    request.end(JSON.stringify({ query: "{ a: work b: work c: work d: work }" }));
    request.on("error", () => undefined);
    await until(() => running.length === 2);
    request.destroy();
    await until(() => cancelled.length === 2);
    expect(cancelled).toEqual([
      expect.objectContaining({ name: "ClientGone" }),
      expect.objectContaining({ name: "ClientGone" }),
    ]);
    const { status } = await ask(server, "{ light }");
    expect(status).toBe(200);
    expect(running).toHaveLength(2);
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test.each(["server-sent events", "WebSocket"])("over %s in the middle of an event", async (transport) => {
    const { server, running, cancelled } = await start();
    const address = await server.listen({ host: "127.0.0.1", port: 0 });
    const query = "subscription { event }";
    if (transport === "WebSocket") {
      const sockets: WebSocket[] = [];
      const following = webSocketClient({
        url: `${address.replace("http", "ws")}/graphql`,
        webSocketImpl: class extends WebSocket {
          constructor(url: string, protocols: string) {
            super(url, protocols);
            sockets.push(this);
          }
        },
        retryAttempts: 0,
      });
      following.subscribe({ query }, { next: () => undefined, error: () => undefined, complete: () => undefined });
      await until(() => running.length === 1);
      sockets[0]?.terminate();
    } else {
      const gone = new AbortController();
      const headers = { accept: "text/event-stream", "content-type": "application/json" };
      const response = fetch(`${address}/graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify({ query }),
        signal: gone.signal,
      });
      response.catch(() => undefined);
      await until(() => running.length === 1);
      await response;
      gone.abort();
    }
    await until(() => cancelled.length === 1);
    expect(cancelled).toEqual([expect.objectContaining({ name: "ClientGone" })]);
  });
});

test("a document with many mistakes is answered with the first ten", async () => {
  const { server } = await start();
  const query = `{ ${Array.from({ length: 300 }, (_, index) => `lihgt${index}`).join(" ")} }`;
  const { errors } = await ask(server, query);
  expect(errors).toHaveLength(11); // and that there are more
  expect(errors?.at(-1)?.message).toContain("Too many validation errors");
  expect(JSON.stringify(errors).length).toBeLessThan(3000);
});
