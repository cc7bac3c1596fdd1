import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { timed } from "../../src/db/observed.js";
import { Metrics } from "../../src/metrics/metrics.js";
import { type MetricsServer, metricsServer } from "../../src/metrics/serve.js";
import { CostLimits } from "../../src/operations/limits/cost-limits.js";
import type { Server } from "../../src/server.js";
import { wholeApi } from "../support/ask.js";
import { kinds, testDatabase } from "../support/database.js";
import { ask, post, testServer } from "../support/server.js";

const log = pino({ level: "silent" });
const standard = "# Which proposals are there?\n{ proposals { nodes { slug } } }";
const metrics = new Metrics(["all-proposals"]);
let [server, database, served, address]: [Server?, Database?, MetricsServer?, string?] = [];

beforeAll(async () => {
  database = timed(await testDatabase(), metrics.query);
  metrics.watch(database, () => undefined);
  server = await testServer({
    schema: wholeApi().schema,
    database,
    examples: [{ name: "all-proposals", title: "Proposals", query: standard }],
    costLimits: new CostLimits({ anonymous: 0, reader: 0, editor: 0 }, log),
    observer: metrics.server("api"),
  });
  served = metricsServer(metrics.registry, log);
  address = await served.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => Promise.all([server?.close(), served?.close()]));

async function scraped(): Promise<string> {
  const response = await fetch(String(address));
  expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  return response.text();
}

/** The lines of a metric that have a value, without the other metrics. */
async function values(name: string): Promise<string[]> {
  return (await scraped()).split("\n").filter((line) => line.startsWith(name));
}

test("requests are counted by standard question and code, with nothing that a client made up", async () => {
  if (!server) throw new Error("The server did not start");
  await ask(server, standard);
  await server.fastify.inject("/q/all-proposals.json");
  await server.fastify.inject("/q/all-proposals.csv");
  await ask(server, "query MadeUpByAStranger { proposals { nodes { madeUpField } } }");
  await ask(server, "query MadeUpByAStranger { __typename }");
  await post(server, "no JSON");
  await server.fastify.inject("/made-up-address?made=up");
  expect((await values("standpoint_requests_total")).sort()).toEqual([
    'standpoint_requests_total{server="api",question="all-proposals",kind="query",code="OK"} 3',
    'standpoint_requests_total{server="api",question="other",kind="none",code="BAD_REQUEST"} 1',
    'standpoint_requests_total{server="api",question="other",kind="none",code="GRAPHQL_VALIDATION_FAILED"} 1',
    'standpoint_requests_total{server="api",question="other",kind="none",code="NOT_FOUND"} 1',
    'standpoint_requests_total{server="api",question="other",kind="query",code="OK"} 1',
  ]);
  expect(await scraped()).not.toMatch(/made/i);
});

test("a code that is not a server's own is no label", async () => {
  const other = new Metrics([]);
  other.server("api").request({ question: "made up", kind: "query", code: "MADE_UP", seconds: 1 });
  expect(await other.registry.metrics()).toContain('question="other",kind="query",code="other"} 1');
});

test("what the operator asks for is there", async () => {
  const text = await scraped();
  expect(text).toMatch(/^standpoint_sql_duration_seconds_count\{outcome="ok"\} [1-9]/m);
  expect(text).toMatch(/^standpoint_request_duration_seconds_count\{server="api",question="all-proposals"\} 3$/m);
  expect(text).toMatch(/^standpoint_cost_milliseconds_total\{server="api",group="anonymous",outcome="spent"\} [1-9]/m);
  expect(text).toMatch(/^standpoint_database_bytes [1-9]/m);
  expect(text).toMatch(/^standpoint_queue_refusals\{queue="database"\} 0$/m);
  expect(text).toMatch(/^standpoint_webhook_deliveries\{status="pending"\} 0$/m);
  expect(text).toMatch(/^standpoint_feed_lag_changes\{reader="subscriptions"\} 0$/m);
  expect(text).toMatch(/^standpoint_import_running 0$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  if (kinds[0] === "postgres") expect(text).toMatch(/^standpoint_pool_connections\{state="idle"\} \d/m);
});

test("a subscription counts while it is open", async () => {
  if (!server) throw new Error("The server did not start");
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  const end = new AbortController();
  const headers = { accept: "text/event-stream", "content-type": "application/json" };
  const body = JSON.stringify({ query: "subscription { changes { cursor } }" });
  const stream = await fetch(`${url}/graphql`, { method: "POST", headers, body, signal: end.signal });
  expect(stream.status).toBe(200);
  expect(await values("standpoint_subscriptions{")).toEqual(['standpoint_subscriptions{server="api"} 1']);
  end.abort();
  while ((await values("standpoint_subscriptions{"))[0] !== 'standpoint_subscriptions{server="api"} 0');
});

test("each metric of the dashboard exists", async () => {
  const dashboard = JSON.parse(readFileSync("docs/grafana/standpoint.json", "utf8")) as {
    panels: { targets: { expr: string }[] }[];
  };
  const expressions = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const wanted = new Set(expressions.flatMap((text) => text.match(/\b(?:standpoint|nodejs|process)_\w+/g) ?? []));
  const known = (await metrics.registry.getMetricsAsJSON()).map(({ name }) => name);
  const bare = (name: string) => (known.includes(name) ? name : name.replace(/_(bucket|sum|count)$/, ""));
  const inNoPool = kinds[0] === "embedded" ? ["standpoint_pool_connections"] : [];
  expect(wanted.size).toBeGreaterThan(15);
  expect([...wanted].map(bare).filter((name) => !known.includes(name) && !inNoPool.includes(name))).toEqual([]);
});

test("the port has nothing but metrics", async () => {
  const at = (path: string, init?: RequestInit) => fetch(new URL(path, address), init).then(({ status }) => status);
  expect(await Promise.all([at("/"), at("/graphql"), at("/metrics", { method: "POST" })])).toEqual([404, 404, 405]);
});

test("/version tells what runs, and nothing secret", async () => {
  const { body } = (await server?.fastify.inject("/version")) ?? {};
  expect(JSON.parse(String(body))).toEqual({
    version: JSON.parse(readFileSync("package.json", "utf8")).version,
    build: expect.any(String),
    schema: expect.stringMatching(/^[0-9a-f]{64}$/),
    node: process.versions.node,
    database: kinds[0],
  });
});
