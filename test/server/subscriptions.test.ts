import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createClient as eventStreamClient } from "graphql-sse";
import { type Client as WebSocketClient, createClient as webSocketClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { Database } from "../../src/db/database.js";
import type { Server } from "../../src/server.js";
import { answer, askAs } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { ask, testServer } from "../support/server.js";
import { overEventStream, overWebSocket, refusedMoment } from "../support/subscribe.js";

interface Request {
  query: string;
  variables?: Record<string, unknown>;
}
/** A subscription's events, by whichever transport. */
type Follow = (request: Request) => AsyncIterableIterator<{ data?: unknown; errors?: readonly unknown[] }>;

const changes = `subscription ($after: String, $kinds: [EntityKind!]) {
  changes(after: $after, kinds: $kinds) { cursor action entity { ... on Topic { slug name version } } }
}`;

describe("subscriptions", () => {
  let database: Database;
  let server: Server;
  let address: string;
  let sockets: WebSocketClient;
  const follows: Partial<Record<string, Follow>> = {};

  beforeAll(async () => {
    database = await testDatabase({ seeds: true });
    server = await testServer({ schema, database });
    address = await server.listen({ host: "127.0.0.1", port: 0 });
    const streams = eventStreamClient({ url: `${address}/graphql`, retryAttempts: 0 });
    sockets = webSocketClient({
      url: `${address.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    follows["server-sent events"] = (request) => streams.iterate(request) as ReturnType<Follow>; // errors as they are sent
    follows.WebSocket = (request) => sockets.iterate(request) as ReturnType<Follow>; // likewise
  });
  afterAll(async () => {
    await sockets.dispose();
    await server.close();
  });

  const record = async (slug: string) => {
    const { data } = await askAs(
      "EDITOR",
      database,
      `mutation { recordTopic(input: { slug: "${slug}", name: "Topic ${slug}" }) { topic { id } errors { message } } }`,
    );
    expect(data.recordTopic.errors).toEqual([]);
    return data.recordTopic.topic.id as string;
  };
  const lastCursor = async () => {
    const { changes: feed } = await answer(database, "{ changes(first: 0) { totalCount } }");
    const cursor = JSON.stringify(["Change.SEQUENCE", "ASC", String(feed.totalCount)]);
    return Buffer.from(cursor).toString("base64url");
  };

  describe.each(["server-sent events", "WebSocket"])("over %s", (transport) => {
    const follow: Follow = (request) => (follows[transport] as Follow)(request); // set before all tests

    test("tell what came after the cursor, then what comes, each once and with an answer of its own", async () => {
      const name = transport.toLowerCase().replace(/[^a-z]/g, "");
      const after = await lastCursor();
      const id = await record(`${name}-before`);
      const events = follow({ query: changes, variables: { after, kinds: ["TOPIC"] } });
      const next = async () => (await events.next()).value?.data;
      expect(await next()).toMatchObject({ changes: { action: "RECORDED", entity: { version: 1 } } });
      await askAs(
        "EDITOR",
        database,
        `mutation { reviseTopic(input: { id: "${id}", version: 1, name: "Renamed" }) { errors { message } } }`,
      );
      const revised = await next();
      expect(revised).toMatchObject({ changes: { action: "REVISED", entity: { name: "Renamed", version: 2 } } });
      await events.return?.();

      // After a lost connection, from the last cursor on.
      await record(`${name}-meanwhile`);
      const again = follow({ query: changes, variables: { after: revised.changes.cursor } });
      expect((await again.next()).value?.data).toMatchObject({
        changes: { entity: { slug: `${name}-meanwhile` } },
      });
      await again.return?.();
    });

    test("refuse a cursor of another list, an unknown field, a query, and too much at once", async () => {
      const refused = async (request: Request) => {
        const events = follow(request);
        try {
          return JSON.stringify((await events.next()).value?.errors);
        } catch (error) {
          return JSON.stringify(error);
        } finally {
          await events.return?.();
        }
      };
      expect(await refused({ query: changes, variables: { after: "bm8" } })).toContain("BAD_USER_INPUT");
      expect(await refused({ query: "subscription { nothing }" })).toContain("GRAPHQL_VALIDATION_FAILED");
      const conditional = [
        "subscription { changes @skip(if: true) { cursor } }",
        "subscription { ... @include(if: false) { changes { cursor } } }",
        "subscription { ...Told } fragment Told on Subscription { ... { changes @skip(if: true) { cursor } } }",
      ];
      for (const query of conditional) expect(await refused({ query })).toContain("`@skip`");
      expect(await refused({ query: "{ topics { slug } }" })).toContain("Only subscriptions are accepted here");
      const inner =
        "positions(first: 100) { nodes { holder { positions(first: 100) { nodes { holder { name } } } } } }";
      const large = `subscription { changes { positions(first: 100) { nodes { holder { ${inner} } } } } }`;
      expect(await refused({ query: large })).toContain("QUERY_TOO_LARGE");
    });
  });

  describe.each(["2021-01-27T15:04:05Z", "yesterday", ""])("with the header Standpoint-Known-At: %s", (moment) => {
    const headers = { "standpoint-known-at": moment };

    test("are refused over server-sent events, by an event", async () => {
      expect(await overEventStream(address, changes, headers)).toEqual({
        status: 200,
        type: "text/event-stream; charset=utf-8",
        text: `:\n\nevent: next\ndata: ${JSON.stringify({ errors: [refusedMoment] })}\n\nevent: complete\ndata: \n\n`,
      });
    });

    test("are refused over WebSocket, each by a message of its own", async () => {
      expect(await overWebSocket(address, changes, headers)).toEqual({ refusal: [refusedMoment] });
      const other = [
        expect.objectContaining({ message: expect.stringContaining("Only subscriptions are accepted here") }),
      ];
      expect(await overWebSocket(address, "{ topics { slug } }", headers)).toEqual({ refusal: other });
    });
  });

  test("with the header Standpoint-Known-At are refused as they are without a stream", async () => {
    const headers = { "standpoint-known-at": "2021-01-27T15:04:05Z" };
    expect((await ask(server, "subscription { changes { action } }", { headers })).errors).toEqual([refusedMoment]);
  });

  test("positionRecorded tells of positions that match, and of no others", async () => {
    const events = follows["server-sent events"]?.({
      query:
        "subscription { positionRecorded(where: { stances: [OPPOSES] }) { stance holder { slug } subject { ... on Proposal { slug } } } }",
    });
    let told = false;
    const first = events?.next().then((event) => {
      told = true;
      return event;
    });
    const take = async (holder: string, stance: string) => {
      const { data } = await askAs(
        "EDITOR",
        database,
        `mutation { recordPosition(input: { holder: "${holder}", subject: "two-state-solution", stance: ${stance}, basis: ACTION, since: "2026", sources: ["s-2021-91"] }) { errors { message } } }`,
      );
      expect(data.recordPosition.errors).toEqual([]);
    };
    // When exactly it begins cannot be seen from here, so there is more than one to tell.
    const { actors } = await answer(database, "{ actors(where: { kinds: [STATE] }, first: 40) { nodes { slug } } }");
    for (const { slug } of actors.nodes) {
      if (told) break;
      await setImmediate(); // the embedded database leaves requests that have come in no turn by itself
      await take(slug, Number(slug.length) % 2 ? "OPPOSES" : "SUPPORTS");
    }
    expect((await first)?.value?.data).toMatchObject({
      positionRecorded: { stance: "OPPOSES", subject: { slug: "two-state-solution" } },
    });
    await events?.return?.();
  });

  test("a credential that is wrong is refused", async () => {
    const streams = eventStreamClient({
      url: `${address}/graphql`,
      headers: { authorization: "Bearer standpoint_wrong" },
      retryAttempts: 0,
    });
    const events = streams.iterate({ query: changes });
    const [error] = (await events.next()).value?.errors ?? [];
    expect(error).toMatchObject({ extensions: { code: "UNAUTHENTICATED" } });
    expect(JSON.stringify(error)).not.toContain("http");
  });
});
