import { Writable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from "graphql";
import { serverAudits } from "graphql-http";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { type Federated, startFederated } from "../../src/federation/federated.js";
import { modules } from "../../src/modules/index.js";
import { createServer, type Server } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { ask } from "../support/server.js";

/** What reached each subgraph. */
const asked: { subgraph: string; headers: Record<string, unknown> }[] = [];
let lines: Record<string, unknown>[] = [];
const log = pino(
  { level: "info" },
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  }),
);

let database: Database;
let broken = false;
let federated: Federated;
let single: Server;

beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  const breakable: Database = {
    ...database,
    query: (statement) => (broken ? Promise.reject(new Error("secret table")) : database.query(statement)),
  };
  single = await createServer({ schema, database, log, examples: [] });
  federated = await startFederated({
    modules,
    database: breakable,
    log,
    examples: [{ title: "Topics", query: "{ topics { name } }" }],
    listen(server, part) {
      server.fastify.addHook("onRequest", (request, _reply, next) => {
        if (part.kind === "subgraph") asked.push({ subgraph: part.name, headers: request.headers });
        next();
      });
      return server.listen({ host: "127.0.0.1", port: 0 });
    },
  });
});
afterAll(async () => {
  await federated.close();
  await single.close();
});
beforeEach(() => {
  asked.length = 0;
  lines = [];
});

const question =
  '{ proposal(slug: "two-state-solution") { title positions { nodes { holder { affiliations(first: 1) { nodes { role } } } since } } } }';

test("the API is the same as the single process's", async () => {
  const query = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, schemaDescription: true });
  const [gateway, alone] = [await ask(federated.gateway, query), await ask(single, query)];
  expect(JSON.stringify(gateway.data)).toBe(JSON.stringify(alone.data)); // in the same order, too
  const sdl = (data: IntrospectionQuery) => printSchema(buildClientSchema(data));
  expect(sdl(gateway.data)).toBe(sdl(alone.data));
  expect(asked).toEqual([]);
});

describe("headers", () => {
  test("the day, the credentials and the request's id go on to each subgraph; the answer tells the day", async () => {
    const { authorization } = (await apiKey(database, "CONTRIBUTOR", { name: "passed-on" })).headers;
    const headers = { "standpoint-as-of": "2017-01-27", authorization, "x-request-id": "mine-1" };
    const answer = await ask(federated.gateway, question, { headers });
    expect(answer).toMatchObject({ status: 200, extensions: { asOf: "2017-01-27" } });
    expect(answer.headers["x-request-id"]).toBe("mine-1");
    expect(answer.data).toEqual((await ask(single, question, { headers })).data);
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(["proposals", "positions", "actors"]);
    for (const one of asked) expect(one.headers).toMatchObject(headers);
    const ids = lines.filter(({ msg, subgraph }) => msg === "request" && subgraph).map(({ requestId }) => requestId);
    expect(ids).toEqual(["mine-1", "mine-1", "mine-1"]);
  });

  test("an id is made where there is none; what is not given is not passed on", async () => {
    const answer = await ask(federated.gateway, question, {
      headers: { cookie: "session=1", "x-request-id": "no good" },
    });
    const id = answer.headers["x-request-id"];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.extensions).toBeUndefined();
    expect(asked).toHaveLength(3);
    for (const { headers } of asked) {
      expect(headers).toMatchObject({ "x-request-id": id });
      for (const name of ["authorization", "cookie", "standpoint-as-of"]) expect(headers).not.toHaveProperty(name);
    }
  });

  test("a malformed day is refused as by the single process", async () => {
    const headers = { "standpoint-as-of": "2017-02-30" };
    const { status, errors } = await ask(single, question, { headers });
    expect(await ask(federated.gateway, question, { headers })).toMatchObject({ status, errors });
    expect(asked).toEqual([]);
  });
});

describe("errors are the single process's", () => {
  const bad: [string, string, Record<string, unknown>?][] = [
    ["a scalar in the document", '{ actors(where: { memberOf: "x", memberAt: "2021-02-30" }) { totalCount } }'],
    [
      "a scalar in a variable",
      'query ($d: Date) { proposal(slug: "x") { supporters(asOf: $d) { totalCount } } }',
      { d: "x" },
    ],
    [
      "a scalar of another type",
      'query ($d: Date) { proposal(slug: "x") { supporters(asOf: $d) { totalCount } } }',
      { d: 1 },
    ],
    ["an argument of a root field", "{ actors(first: 1000) { totalCount } }"],
    [
      "an argument of a field of another module",
      '{ proposal(slug: "two-state-solution") { supporters(after: "x") { totalCount } } }',
    ],
    ["an argument deep in an input", '{ statements(where: { speaker: { slugs: ["No Slug"] } }) { totalCount } }'],
    ["a missing variable", "query ($s: String!) { actor(slug: $s) { name } }"],
    [
      "null for a variable that an argument needs",
      'query ($s: String = "x") { actor(slug: $s) { name } }',
      { s: null },
    ],
    ["an unknown field", "{ actors { nothing } }"],
    ["no document", "{ actors"],
    ["several operations", "query A { topics { name } } query B { topics { name } }"],
    ["too deep", `{ actor(slug: "x") { ${"affiliations { nodes { member { ".repeat(8)}name${" } } }".repeat(8)} } }`],
    [
      "too much",
      "{ actors(first: 100) { nodes { positions(first: 100) { nodes { holder { positions(first: 100) { nodes { id } } } } } } } }",
    ],
    ["an operation of a kind that there is not", "subscription { change }"],
    ["an enum's value that there is not", "{ positions(where: { stances: [FOR] }) { totalCount } }"],
    [
      "an enum's value that there is not, in a variable",
      "query ($k: [ActorKind!]) { actors(where: { kinds: $k }) { totalCount } }",
      { k: ["state"] },
    ],
    ["a NUL character", '{ search(query: "a\\u0000b") { totalCount } }'],
  ];
  test.each(bad.map(([name, ...rest]) => [name, rest] as const))("%s", async (_name, [query, variables]) => {
    const seen = async (server: Server, accept: string) => {
      const { status, data, errors } = await ask(server, query, { variables, headers: { accept } });
      return { status, data, errors: errors?.map(({ message, extensions }) => ({ message, extensions })) };
    };
    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const expected = await seen(single, accept);
      expect(expected.errors).toHaveLength(1);
      expect(await seen(federated.gateway, accept)).toEqual(expected);
    }
  });

  test("what is unexpected in a subgraph is told by the incident id under which the subgraph logged it", async () => {
    broken = true;
    const { data, errors } = await ask(federated.gateway, '{ actor(slug: "united-states") { name } }');
    broken = false;
    expect(data).toEqual({ actor: null });
    const [error] = errors ?? [];
    expect(error?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", incidentId: expect.any(String) });
    expect(JSON.stringify(errors)).not.toContain("secret");
    const logged = lines.filter(({ msg }) => msg === "an unexpected error");
    expect(logged).toEqual([
      expect.objectContaining({ subgraph: "actors", incidentId: error?.extensions?.incidentId }),
    ]);
    const requests = lines.filter(({ incidents }) => incidents);
    expect(requests.map(({ subgraph, codes }) => [subgraph, codes])).toEqual([
      ["actors", ["INTERNAL_SERVER_ERROR"]],
      [undefined, ["INTERNAL_SERVER_ERROR"]],
    ]);
  });
});

describe("GraphQL over HTTP, by the published audits", () => {
  const url = () => federated.addresses[0]?.[1] ?? "";
  test.each(serverAudits({ url }).map((audit) => [audit.name, audit] as const))("%s", async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: "ok" });
  });
});

test("the playground is the single process's, with nothing from elsewhere", async () => {
  const page = { url: "/graphql", headers: { accept: "text/html" } };
  const { body, headers } = await federated.gateway.fastify.inject(page);
  expect(body).toContain("<title>Standpoint</title>");
  expect(body).not.toMatch(/https?:/);
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  const files = [...body.matchAll(/(?:src|href)="(graphiql\/[^"]+)"/g)].map(([, file]) => `/${file}`);
  expect(files).toHaveLength(4);
  for (const url of files) expect((await federated.gateway.fastify.inject({ url })).statusCode).toBe(200);
});

test("connections to subgraphs are kept", async () => {
  for (let times = 0; times < 20; times += 1) await ask(federated.gateway, '{ actor(slug: "united-states") { name } }');
  const { server } = federated.subgraphs.get("actors")?.fastify ?? {};
  const connections = await new Promise((resolve) => server?.getConnections((_error, count) => resolve(count)));
  expect(asked).toHaveLength(20);
  expect(connections).toBe(1);
});

test("a thousand entities go to a subgraph in one question", async () => {
  const many = Array.from(
    { length: 100 },
    (_, index) => `a${index}: positions(first: 10) { nodes { holder { affiliations(first: 1) { nodes { role } } } } }`,
  );
  const query = `{ ${many.slice(0, 50).join(" ")} }`;
  const answer = await ask(federated.gateway, query);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toEqual((await ask(single, query)).data);
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(["positions", "actors"]);
});
