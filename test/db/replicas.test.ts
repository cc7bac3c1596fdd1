import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import { createClient } from "standpoint-client";
import type { Database } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrations/migrate.js";
import { openDatabase } from "../../src/db/open.js";
import { createServer, type Server } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { Cluster, noClusters } from "../support/clusters.js";
import { DatabaseLink } from "../support/database-link.js";
import { startDeployments } from "../support/federation.js";
import { schema } from "../support/once/schema.js";
import { runs } from "../support/runs.js";
import { ask } from "../support/server.js";

const where = noClusters ? describe.skip : describe;
const title = noClusters ? `a database with a replica (not tested: ${noClusters})` : "a database with a replica";

const lines: Record<string, unknown>[] = [];
const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
const linesOf = (text: string) => lines.filter(({ msg }) => String(msg).includes(text));

/** Waits until something is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

where(title, () => {
  let primary: Cluster;
  let replica: Cluster;
  let link: DatabaseLink;
  let database: Database;
  let server: Server;
  let editor: Record<string, string>;

  beforeAll(async () => {
    primary = await Cluster.make();
    await primary.ask("create database standpoint");
    const { link: opened, url } = await DatabaseLink.open(primary.url("standpoint"));
    link = opened;
    const migrated = await openDatabase({ url, dataDir: "", log });
    await migrate(migrated, log);
    await migrated.close();
    replica = await primary.replica();
    const replicas = { urls: [replica.url("standpoint")], wait: 100, lag: 60_000 };
    database = await openDatabase({ url, dataDir: "", log, replicas });
    server = await createServer({ schema, database, log: pino({ level: "silent" }), examples: [] });
    editor = (await apiKey(database, "EDITOR")).headers;
    await until(() => database.replicas?.usable === 1);
  }, 300_000);

  afterAll(async () => {
    await server?.close();
    await database?.close();
    await link?.close();
    await Promise.all([replica?.remove(), primary?.remove()]);
  });

  const record = async (slug: string, headers = editor): Promise<string> => {
    const mutation = `mutation { recordTopic(input: { slug: "${slug}", name: "${slug}" }) { topic { slug } errors { message } } }`;
    const answer = await ask(server, mutation, { headers });
    expect(answer.data).toEqual({ recordTopic: { topic: { slug }, errors: [] } });
    return String(answer.headers["standpoint-consistency-token"]);
  };
  const get = (headers: Record<string, string> = {}) =>
    server.fastify.inject({ url: "/graphql", query: { query: "{ topics { slug } }" }, headers });
  const withToken = (token: string) => ({ "standpoint-consistency-token": token });
  const pause = () => replica.ask("select pg_wal_replay_pause()");
  const resume = () => replica.ask("select pg_wal_replay_resume()");
  const caughtUp = (slug: string) => until(async () => (await get()).body.includes(slug));

  test("has reads answered by the replica, and a client's own writes seen by its next read", async () => {
    await pause();
    const token = await record("own");
    expect((await get()).body).not.toContain("own");
    expect((await get(withToken(token))).body).toContain("own");
    // A key is the same on each database, at once, but what it reads need not be as new.
    expect((await get(editor)).body).not.toContain("own");
    await resume();
    await caughtUp("own");
  });

  test("names by the ETag what the database that answered has", async () => {
    const before = String((await get()).headers.etag);
    await pause();
    const token = await record("tagged");
    expect(await get({ "if-none-match": before })).toMatchObject({ statusCode: 304 });
    const own = await get({ ...withToken(token), "if-none-match": before });
    expect(own).toMatchObject({ statusCode: 200, body: expect.stringContaining("tagged") });
    const late = await get({ "if-none-match": String(own.headers.etag) });
    expect(late).toMatchObject({ statusCode: 200, headers: { etag: before } });
    expect(late.body).not.toContain("tagged");
    await resume();
    await caughtUp("tagged");
    expect((await get()).headers.etag).toBe(own.headers.etag);
  });

  test("answers mutations, drafts and slugs that were recorded a moment ago by itself", async () => {
    await pause();
    const contributor = (await apiKey(database, "CONTRIBUTOR")).headers;
    const mutation = `mutation { recordTopic(input: { slug: "drafted", name: "Drafted" }) { draft { id } errors { message } } }`;
    const { data } = await ask(server, mutation, { headers: contributor });
    const { id } = data.recordTopic.draft;
    expect((await ask(server, `{ draft(id: "${id}") { id } }`, { headers: contributor })).data.draft).toEqual({ id });
    expect((await ask(server, `{ node(id: "${id}") { id } }`, { headers: contributor })).data.node).toEqual({ id });
    await record("just-now");
    const filtered = `{ proposals(where: { topics: ["just-now"] }) { totalCount } }`;
    expect(await ask(server, filtered)).toMatchObject({ data: { proposals: { totalCount: 0 } } });
    await resume();
    await caughtUp("just-now");
  });

  test("refuses a token that is none", async () => {
    const { status, errors } = await ask(server, "{ topics { slug } }", { headers: withToken("yesterday") });
    expect([status, errors?.[0]?.extensions?.code]).toEqual([400, "BAD_USER_INPUT"]);
    const { data } = await ask(server, "{ latestChange { cursor } }");
    expect((await get(withToken(data.latestChange.cursor))).statusCode).toBe(200);
  });

  test("is read through the gateway, and by the client package, with the same promise", async () => {
    const { single, gateway } = await startDeployments(database);
    await pause();
    for (const [index, deployment] of [single, gateway].entries()) {
      if (deployment === single) await single.listen({ host: "127.0.0.1", port: 0 });
      const { port } = deployment.fastify.server.address() as AddressInfo; // it listens on TCP
      const url = `http://127.0.0.1:${port}`;
      const client = createClient({ url, headers: editor });
      const slug = `by-client-${index}`;
      await client.request(`mutation { recordTopic(input: { slug: "${slug}", name: "${slug}" }) { topic { slug } } }`);
      const slugs = async (reader: typeof client) =>
        (await reader.request<{ topics: { slug: string }[] }>("{ topics { slug } }")).topics.map((topic) => topic.slug);
      expect(await slugs(client)).toContain(slug);
      expect(await slugs(createClient({ url }))).not.toContain(slug);
    }
    await resume();
    await caughtUp("by-client-1");
  });

  test("has each of many clients read its own write at once, while the replica is late", async () => {
    await replica.ask("alter system set recovery_min_apply_delay = '40ms'");
    await replica.ask("select pg_reload_conf()");
    const each = runs(5);
    const writeAndRead = async (client: number) => {
      for (let n = 0; n < each; n++) {
        const slug = `many-${client}-${n}`;
        const token = await record(slug);
        const found = await ask(server, `{ topic(slug: "${slug}") { slug } }`, { headers: withToken(token) });
        expect(found.data).toEqual({ topic: { slug } });
      }
    };
    await Promise.all(Array.from({ length: 4 }, (_, client) => writeAndRead(client)));
    await replica.ask("alter system reset recovery_min_apply_delay");
    await replica.ask("select pg_reload_conf()");
  }, 3_600_000);

  test("answers by itself while a replica is too far behind", async () => {
    const strict = { urls: [replica.url("standpoint")], wait: 100, lag: 0 };
    const own = await openDatabase({ url: primary.url("standpoint"), dataDir: "", log, replicas: strict });
    try {
      await until(() => own.replicas?.usable === 1);
      await pause();
      await record("behind");
      await until(() => own.replicas?.usable === 0);
      await resume();
      await until(() => own.replicas?.usable === 1);
    } finally {
      await own.close();
    }
  });

  test("answers by itself while the replica is lost, and says so once", async () => {
    lines.length = 0;
    await record("before-loss");
    await caughtUp("before-loss");
    await replica.stop();
    const answers = await Promise.all(Array.from({ length: 5 }, () => get()));
    for (const answer of answers)
      expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining("before-loss") });
    expect(linesOf("a replica cannot be used")).toHaveLength(1);
    expect((await server.fastify.inject("/health/ready")).json()).toEqual({
      status: "ready",
      impaired: ["1 of 1 replicas cannot be used."],
    });
    await replica.start();
    await until(() => database.replicas?.usable === 1);
    expect((await server.fastify.inject("/health/ready")).json()).toEqual({ status: "ready" });
    expect([linesOf("a replica cannot be used"), linesOf("is used again")]).toMatchObject([
      { length: 1 },
      { length: 1 },
    ]);
    expect(linesOf("requests get UNAVAILABLE")).toEqual([]);
  });

  test("is read while the primary is away, and written again once the promoted replica is in its place", async () => {
    await link.refuse();
    await until(async () => (await server.fastify.inject("/health/ready")).body.includes("impaired"));
    expect((await get()).statusCode).toBe(200);
    const refused = await ask(server, `mutation { recordTopic(input: { slug: "x", name: "x" }) { topic { slug } } }`, {
      headers: editor,
    });
    expect(refused.errors?.[0]?.extensions?.code).toBe("UNAVAILABLE");
    await primary.stop();
    await replica.ask("select pg_promote()");
    link.leadTo(replica.url("standpoint"));
    await link.restore();
    const token = await record("after-promotion");
    expect((await get(withToken(token))).body).toContain("after-promotion");
    await until(async () => (await server.fastify.inject("/health/ready")).body === '{"status":"ready"}');
  });
});
