import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { createGateway } from "../../src/federation/gateway/gateway.js";
import { createSubgraph } from "../../src/federation/subgraph-server.js";
import { composeSupergraph } from "../../src/federation/supergraph.js";
import { modules } from "../../src/modules/index.js";
import type { Server } from "../../src/server.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { type Answer, ask } from "../support/server.js";

const log = pino({ level: "silent" });
const subgraphTimeout = 400;

let database: Database;
let gateway: Server;
/** Gives a subgraph little time. */
let impatient: Server;
const subgraphs = new Map<string, { server: Server; port: number }>();
const impostors: HttpServer[] = [];

beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  for (const { name } of modules) await startSubgraph(name, 0);
  const urls = Object.fromEntries([...subgraphs].map(([name, { port }]) => [name, `http://127.0.0.1:${port}/graphql`]));
  const supergraph = composeSupergraph(schema, modules);
  gateway = await createGateway({ supergraph, api: schema, urls, log, examples: [] });
  impatient = await createGateway({ supergraph, api: schema, urls, subgraphTimeout, log, examples: [] });
});
afterAll(async () => {
  await gateway.close();
  await impatient.close();
  for (const { server } of subgraphs.values()) await server.close();
});
afterEach(async () => {
  for (const impostor of impostors.splice(0)) {
    impostor.closeAllConnections();
    await new Promise((resolve) => impostor.close(resolve));
  }
  for (const [name, { port }] of subgraphs) if (!isListening(name)) await startSubgraph(name, port);
});

const isListening = (name: string) => subgraphs.get(name)?.server.fastify.server.listening;

async function startSubgraph(name: string, port: number): Promise<void> {
  const module = modules.find((candidate) => candidate.name === name);
  if (!module) throw new Error(name);
  const server = await createSubgraph(schema, modules, module, { database, log, patience: 0 });
  const address = await server.listen({ host: "127.0.0.1", port });
  subgraphs.set(name, { server, port: Number(new URL(address).port) });
}

/** As a killed process: connections are cut, whatever is under way. */
async function kill(name: string): Promise<number> {
  const { server, port } = subgraphs.get(name) ?? {};
  server?.fastify.server.closeAllConnections();
  await server?.close();
  return port ?? 0;
}

/** Puts something else at the address of a subgraph. */
async function replace(name: string, listener: RequestListener): Promise<void> {
  const port = await kill(name);
  const impostor = createHttpServer(listener);
  impostors.push(impostor);
  await new Promise<void>((resolve) => impostor.listen(port, "127.0.0.1", resolve));
  expect((impostor.address() as AddressInfo).port).toBe(port);
}

/**
 * The speaker of a statement may be null, so what a dead `actors` costs is seen field by field. Its affiliations are a list that
 * `actors` alone answers.
 */
const question = `{
  statement(slug: "mills-2021-01-26") { slug speaker { affiliations(first: 1) { totalCount } name } sources { title } }
  proposal(slug: "two-state-solution") { title }
  actor(slug: "united-states") { name }
}`;
const whole = {
  statement: {
    slug: "mills-2021-01-26",
    speaker: { affiliations: { totalCount: expect.any(Number) }, name: "Richard Mills" },
    sources: expect.arrayContaining([{ title: expect.any(String) }]),
  },
  proposal: { title: "Two-state solution" },
  actor: { name: "United States" },
};
const withoutActors = { ...whole, statement: { ...whole.statement, speaker: null }, actor: null };

const codes = ({ errors }: Answer) => [...new Set(errors?.map(({ extensions }) => extensions?.code))];

async function elapsed<Result>(work: () => Promise<Result>): Promise<[Result, milliseconds: number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

const ready = async () => (await gateway.fastify.inject("/health/ready")).json();

test("all is there", async () => {
  const answer = await ask(gateway, question);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toEqual(whole);
  expect(await ready()).toEqual({ status: "ready" });
});

test("a subgraph that dies while twenty clients ask costs its own fields alone, and is used again once it is back", async () => {
  const full = (await ask(gateway, question)).data;
  const partial = { ...full, statement: { ...full.statement, speaker: null }, actor: null };
  let asking = true;
  const answers: Answer[] = [];
  const clients = Array.from({ length: 20 }, async () => {
    while (asking) answers.push(await ask(gateway, question));
  });
  const seen = async (data: unknown, times: number) => {
    const from = answers.length;
    const isIt = (answer: Answer) => JSON.stringify(answer.data) === JSON.stringify(data);
    while (answers.slice(from).filter(isIt).length < times) await after(10);
  };
  await seen(full, 40);
  const port = await kill("actors");
  await seen(partial, 40);
  await startSubgraph("actors", port);
  await seen(full, 40);
  asking = false;
  await Promise.all(clients);

  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(answer.data.proposal).toEqual(whole.proposal);
    expect(answer.data.statement).toMatchObject({ slug: whole.statement.slug, sources: whole.statement.sources });
    if (answer.errors) expect(codes(answer)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    else expect(answer.data).toEqual(whole);
  }
});

test("the error names the module, and neither its address nor what happened", async () => {
  const port = await kill("actors");
  const answer = await ask(gateway, question);
  expect(answer.data).toEqual(withoutActors);
  const message = 'The module "actors" cannot be reached now, so its fields are null. Retry in a moment.';
  const extensions = { code: "SUBGRAPH_UNAVAILABLE", subgraph: "actors" };
  expect(answer.errors).toHaveLength(2);
  expect(answer.errors).toEqual(
    expect.arrayContaining([
      { message, path: ["statement", "speaker", "affiliations"], extensions, locations: [{ line: 2, column: 56 }] },
      { message, path: ["actor"], extensions, locations: [{ line: 4, column: 3 }] },
    ]),
  );
  expect(JSON.stringify(answer.errors)).not.toContain(String(port));
});

test("the error tells which entity of a list lacks the module's fields", async () => {
  await kill("actors");
  const { errors } = await ask(
    gateway,
    "{ statements(first: 2) { nodes { speaker { affiliations { totalCount } } } } }",
  );
  const paths = [0, 1].map((row) => ["statements", "nodes", row, "speaker", "affiliations"]);
  expect(errors?.map(({ path }) => path)).toEqual(paths);
});

test("what may not be null takes what is around it along, as GraphQL has it", async () => {
  await kill("actors");
  const answer = await ask(
    gateway,
    '{ proposal(slug: "two-state-solution") { title supporters { nodes { affiliations { totalCount } } } } }',
  );
  expect(answer.data).toEqual({ proposal: null });
  expect(codes(answer)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
});

test("the readiness names the subgraphs that are not ready; the liveness does not care", async () => {
  await kill("actors");
  await replace("sources", (_request, response) => response.writeHead(503).end());
  await replace("statements", () => undefined); // it never answers
  const response = await gateway.fastify.inject("/health/ready");
  expect(response.statusCode).toBe(503);
  expect(response.json()).toEqual({ status: "unavailable", reason: "Not ready: actors, sources, statements." });
  expect((await gateway.fastify.inject("/health/live")).statusCode).toBe(200);
});

test.each<[string, RequestListener]>([
  ["never answers", () => undefined],
  ["begins to answer and stops", (_request, response) => void response.writeHead(200).write('{"data":')],
])("a subgraph that %s is given up after its time", async (_name, listener) => {
  await replace("actors", listener);
  const [answer, milliseconds] = await elapsed(() => ask(impatient, question));
  expect(answer.data).toEqual(withoutActors);
  expect(codes(answer)).toEqual(["SUBGRAPH_TIMEOUT"]);
  expect(milliseconds).toBeLessThan(3 * subgraphTimeout + 2000); // two questions at most, one after the other
});

test.each<[string, RequestListener]>([
  ["a page", (_request, response) => response.end("<html>Bad Gateway</html>")],
  ["JSON that is no answer", (_request, response) => response.end('{"status":"ok"}')],
  ["null", (_request, response) => response.end("null")],
  ["nothing, and hangs up", (request) => request.socket.destroy()],
])("a subgraph that answers %s cannot be reached", async (_name, listener) => {
  await replace("actors", listener);
  const answer = await ask(gateway, question);
  expect(answer.data).toEqual(withoutActors);
  expect(codes(answer)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
});

test("a subgraph of another version is the operator's problem: clients get an incident id", async () => {
  const errors = [
    { message: 'Cannot query field "name" on type "Actor".', extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
  ];
  await replace("actors", (_request, response) => response.writeHead(400).end(JSON.stringify({ errors })));
  const answer = await ask(gateway, question);
  expect(answer.data).toEqual(withoutActors);
  expect(codes(answer)).toEqual(["INTERNAL_SERVER_ERROR"]);
  expect(JSON.stringify(answer.errors)).not.toContain("Cannot query");
});

test("however many slow subgraphs a question needs one after the other, it ends", async () => {
  const slow: RequestListener = (_request, response) => {
    setTimeout(() => response.end("<html>"), subgraphTimeout - 100).unref();
  };
  for (const name of ["actors", "sources", "statements"]) await replace(name, slow);
  const [answer, milliseconds] = await elapsed(() => ask(impatient, question));
  expect(answer.data).toEqual({ statement: null, proposal: whole.proposal, actor: null });
  expect(milliseconds).toBeLessThan(subgraphTimeout + 5000);
});
