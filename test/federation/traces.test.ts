import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-node";
import { pino } from "pino";
import { CostLimits } from "../../src/operations/limits/cost-limits.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { type Answer, ask } from "../support/server.js";

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const log = pino({ level: "silent" });
const database = await testDatabase({ seeds: true });
const { headers: editor } = await apiKey(database, "EDITOR");

let deployments: Deployments;
beforeAll(async () => {
  provider.register();
  const costLimits = new CostLimits({ anonymous: 2, reader: 1, editor: 100_000 }, log);
  deployments = await startDeployments(database, log, { costLimits });
});
afterAll(() => provider.shutdown());
beforeEach(() => exporter.reset());

const traceId = "0af7651916cd43dd8448eb211c80319c";
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
const secret = "a-value-that-nobody-else-may-see";
const query = `query Named($slugs: [String!]) {
  actors(where: { slugs: $slugs }) { nodes { name statements { totalCount } } }
  search(query: "${secret}") { totalCount }
}`;

/** The spans of the trace, once the request's own has ended. Saved questions have traces of their own meanwhile. */
async function spansOf(): Promise<ReadableSpan[]> {
  while (!exporter.getFinishedSpans().some(({ parentSpanContext }) => parentSpanContext?.spanId === "b7ad6b7169203331"))
    await new Promise(setImmediate);
  return exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
}

describe("the single process", () => {
  test("makes spans of the request, the operation and its queries, without values", async () => {
    const { errors } = await ask(deployments.single, query, { headers: { traceparent } });
    expect(errors).toBeUndefined();
    const spans = await spansOf();
    const request = spans.find(({ name }) => name === "POST /graphql");
    expect(request?.attributes).toMatchObject({
      "http.request.method": "POST",
      "http.route": "/graphql",
      "http.response.status_code": 200,
    });
    const operation = spans.find(({ name }) => name === "query");
    expect(operation?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
    expect(operation?.attributes).toMatchObject({
      "graphql.operation.type": "query",
      "graphql.operation.name": "Named",
    });
    const queries = spans.filter(({ attributes }) => attributes["db.system.name"] === "postgresql");
    expect(queries.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toContain(
      operation?.spanContext().spanId,
    );
    expect(JSON.stringify(spans.map(({ name, attributes, events }) => ({ name, attributes, events })))).not.toContain(
      secret,
    );
  });

  test("does not keep the address's parameters", async () => {
    const url = `/graphql?query=${encodeURIComponent(`{ search(query: "${secret}") { totalCount } }`)}`;
    await deployments.single.fastify.inject({ url, headers: { traceparent } });
    expect(JSON.stringify((await spansOf()).map(({ attributes }) => attributes))).not.toContain(secret);
  });
});

test("the gateway's trace goes on in the subgraphs", async () => {
  const headers = { ...editor, traceparent };
  const { errors } = await ask(deployments.gateway, query, { headers });
  expect(errors).toBeUndefined();
  const spans = await spansOf();
  const fetches = spans.filter(({ attributes }) => attributes["standpoint.subgraph"] !== undefined);
  expect(fetches.map(({ attributes }) => attributes["standpoint.subgraph"])).toEqual(
    expect.arrayContaining(["actors", "statements", "discovery"]),
  );
  const ids = fetches.map((span) => span.spanContext().spanId);
  const inSubgraphs = spans.filter(({ parentSpanContext }) => ids.includes(String(parentSpanContext?.spanId)));
  expect(inSubgraphs.length).toBe(fetches.length);
  expect(JSON.stringify(spans.map(({ name, attributes }) => ({ name, attributes })))).not.toContain(secret);
});

describe("the gateway's limits", () => {
  test("are those of the caller's group, and hold once for the whole request", async () => {
    const byEditor = await ask(deployments.gateway, "{ actors { nodes { name } } }", { headers: editor });
    expect(byEditor.headers["ratelimit-policy"]).toBe('"editor";q=100000;qu="cost";w=60');
    const { headers: reader } = await apiKey(database, "READER");
    const answers: Answer[] = [];
    for (let n = 0; n < 2; n += 1) answers.push(await ask(deployments.gateway, "{ __typename }", { headers: reader }));
    expect(answers.map(({ status }) => status)).toEqual([200, 429]);
    expect(answers[1]?.errors).toMatchObject([{ extensions: { code: "RATE_LIMITED", limit: { name: "reader" } } }]);
  });

  test("count a made-up credential for the address, and refuse it", async () => {
    const headers = { authorization: "Bearer standpoint_made_up" };
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1)
      statuses.push((await ask(deployments.gateway, "{ __typename }", { headers })).status);
    expect(statuses).toEqual([401, 401, 429]);
  });
});
