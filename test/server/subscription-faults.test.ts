import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { createClient as eventStreamClient } from "graphql-sse";
import { createClient as webSocketClient } from "graphql-ws";
import pg from "pg";
import { pino } from "pino";
import { WebSocket } from "ws";
import type { Database } from "../../src/db/database.js";
import { openDatabase } from "../../src/db/open.js";
import type { Server } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { databaseForProcesses, kinds } from "../support/database.js";
import { DatabaseLink } from "../support/database-link.js";
import { startDeployments } from "../support/federation.js";
import { ask } from "../support/server.js";

const limits = { connect: 1_000, statement: 1_000, write: 1_000, commit: 1_000 };
const onServer = kinds.includes("postgres") ? describe : describe.skip;
const redisUrl = "redis://127.0.0.1:6379";

/** Redis is no part of what a machine must have to run the tests. */
const redisAnswers = await new Promise<boolean>((resolve) => {
  const socket = connect(6379, "127.0.0.1", () => resolve(socket.end() !== undefined));
  socket.on("error", () => resolve(false));
});

type Events = AsyncIterableIterator<{ data?: { changes: { entity: { slug: string } } } | null; errors?: unknown }>;

const following = "subscription { changes(kinds: [TOPIC]) { entity { ... on Topic { slug } } } }";

const signals = ["LISTEN", ...(redisAnswers ? ["Redis"] : [])];
onServer.each(signals)("subscriptions, by %s, to a database that fails", (signal) => {
  let link: DatabaseLink;
  let database: Database;
  let direct: pg.Client;
  let servers: Record<string, Server>;
  let editor: Record<string, string>;
  const stuck: Socket[] = [];
  let number = 0;

  beforeAll(async () => {
    const { url = "" } = await databaseForProcesses("postgres");
    direct = new pg.Client({ connectionString: url });
    await direct.connect();
    // Much more than what the system keeps of a connection.
    await direct.query(
      `insert into "Revision" (id, "entityKind", "entityId", version, author, reason, after)
       select gen_random_uuid(), 'SOURCE', gen_random_uuid(), 1, 'someone', repeat('x', 100000), '{}'
       from generate_series(1, 300)`,
    );
    const opened = await DatabaseLink.open(url);
    link = opened.link;
    const log = pino({ level: "silent" });
    const by = signal === "Redis" ? { redisUrl } : {};
    database = await openDatabase({ url: opened.url, dataDir: "", log, limits, ...by });
    editor = (await apiKey(database, "EDITOR")).headers;
    const { single, gateway } = await startDeployments(database);
    await single.listen({ host: "127.0.0.1", port: 0 });
    servers = { single, gateway };
  });
  afterAll(async () => {
    await database.close();
    await link.close();
    await direct.end();
  });
  afterEach(async () => {
    for (const socket of stuck.splice(0)) socket.destroy();
    await link.restore();
  });

  const transports: Record<string, (address: string) => Events> = {
    "server-sent events": (address) =>
      eventStreamClient({ url: `${address}/graphql`, retryAttempts: 0 }).iterate({ query: following }) as Events,
    WebSocket: (address) =>
      webSocketClient({
        url: `${address.replace("http", "ws")}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      }).iterate({ query: following }) as Events,
  };
  const cases = Object.keys(transports).flatMap((transport) => [
    [transport, "single"],
    [transport, "gateway"],
  ]);

  /** Asks for the whole feed, and reads nothing of it once it comes. */
  async function stuckReader(address: string): Promise<void> {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    stuck.push(socket);
    const cursor = Buffer.from(JSON.stringify(["Change.SEQUENCE", "ASC", "0"])).toString("base64url");
    const body = JSON.stringify({ query: `subscription { changes(after: "${cursor}") { reason } }` });
    socket.write(
      "POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\n" +
        `content-length: ${body.length}\r\n\r\n${body}`,
    );
    await once(socket, "readable");
  }

  /** Records a topic, whenever the database takes it. */
  async function record(server: Server): Promise<string> {
    number += 1;
    const slug = `topic-${number}`;
    const input = { slug, name: slug, idempotencyKey: slug };
    for (let tries = 0; tries < 1_000; tries++) {
      const mutation = "mutation ($input: RecordTopicInput!) { recordTopic(input: $input) { errors { message } } }";
      const { errors } = await ask(server, mutation, { variables: { input }, headers: editor });
      if (!errors) return slug;
      await after(20);
    }
    throw new Error("The database did not come back");
  }

  const slugOf = async (next: ReturnType<Events["next"]>) => (await next).value?.data?.changes.entity.slug;

  /** Begins to follow: an event has come. */
  async function follow(transport: string, server: Server) {
    const events = transports[transport]?.(server.fastify.listeningOrigin) as Events; // one of them
    const first = slugOf(events.next());
    // Whether it has begun already cannot be seen, so there are changes until one of them comes.
    const state = { begun: false };
    const begun = first.then(() => {
      state.begun = true;
    });
    let last = "";
    for (let tries = 0; !state.begun && tries < 100; tries++) last = await record(server);
    await begun;
    for (let seen = await first; seen !== last; ) seen = await slugOf(events.next());
    return events;
  }

  test.each(cases)(
    "over %s, of the %s, outlive it, and one reader that does not read keeps nobody from events",
    async (transport, name) => {
      const server = servers[name] as Server; // one of them
      await stuckReader(server.fastify.listeningOrigin);
      const before = await follow(transport, server);
      const next = slugOf(before.next());
      await link.refuse();
      // Until the fault was met.
      expect((await ask(server, "{ topics { slug } }")).status).toBe(503);
      await link.restore();
      const slug = await record(server);
      expect(await next).toBe(slug);
      const fresh = await follow(transport, server);
      const fromNow = slugOf(fresh.next());
      const latest = await record(server);
      expect(await fromNow).toBe(latest);
      await before.return?.();
      await fresh.return?.();
    },
  );

  test.each(cases)("over %s, of the %s, are told that it is away when they begin", async (transport, name) => {
    const server = servers[name] as Server; // one of them
    await link.refuse();
    const events = transports[transport]?.(server.fastify.listeningOrigin) as Events; // one of them
    const told = await events.next().then(
      ({ value }) => JSON.stringify(value),
      (error: unknown) => JSON.stringify(error) + String(error),
    );
    if (signal === "Redis") return void (await events.return?.()); // the signal is there, so it waits
    expect(told).toMatch(/UNAVAILABLE|503/);
  });

  test("hear again when the connection that listens is ended, or falls silent", async () => {
    const server = servers.single as Server; // made above
    const events = await follow("server-sent events", server);
    for (const fault of [
      () =>
        direct.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'standpoint changes'",
        ),
      () => link.forget(),
    ]) {
      await fault();
      const next = slugOf(events.next());
      const slug = await record(server);
      expect(await next).toBe(slug);
    }
    await events.return?.();
  });
});
