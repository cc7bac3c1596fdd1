import { beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { createClient } from "graphql-ws";
import { pino } from "pino";
import { WebSocket } from "ws";
import { readQuestions } from "../../src/cli/serve/questions.js";
import type { Database } from "../../src/db/database.js";
import { type DocumentMode, hashOf } from "../../src/operations/documents.js";
import { createServer, type Server } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { closeAfterTests, startDeployments } from "../support/federation.js";
import { schema } from "../support/once/schema.js";

const log = pino({ level: "silent" });
const topics = { name: "all-topics", title: "All topics?", query: "{ topics { slug name } }" };
const actors = {
  name: "all-actors",
  title: "All actors?",
  query: `query ($kinds: [ActorKind!], $asOf: Date, $named: String, $with: Boolean = true) {
    topics { slug }
    people: actors(where: { kinds: $kinds, name: { contains: $named } }, first: 2) {
      totalCount
      nodes { id name note: wikipedia @include(if: $with) affiliations(asOf: $asOf, first: 5) { nodes { role organization { name } during } } }
    }
  }`.replace("note: wikipedia", "summary: name"),
};
const single = { name: "one-actor", title: "One actor?", query: '{ actor(slug: "russia") { name } }' };

let database: Database;
let server: Server;
let gateway: Server;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  server = await serverWith("off");
  ({ gateway } = await startDeployments(database));
});

async function serverWith(mode: DocumentMode, byId: ReadonlyMap<string, string> = new Map(), rows?: number) {
  const examples = [topics, actors, single];
  const limits = rows === undefined ? {} : { rows };
  const made = await createServer({ schema, database, log, examples, documents: { mode, byId }, limits });
  closeAfterTests(made.close);
  return made;
}

const get = (url: string, headers: Record<string, string> = {}, of = server) => of.fastify.inject({ url, headers });
const post = (payload: object, of = server) => of.fastify.inject({ method: "POST", url: "/graphql", payload });

describe("a standard question", () => {
  test("is listed with its variables and its addresses", async () => {
    const { questions } = (await get("/q")).json();
    expect(questions).toContainEqual({
      name: "all-actors",
      title: "All actors?",
      documentId: `sha256:${hashOf(actors.query)}`,
      variables: ["kinds", "asOf", "named", "with"],
      json: "/q/all-actors.json",
      csv: "/q/all-actors.csv",
    });
    expect(questions.find(({ name }: { name: string }) => name === "one-actor")).not.toHaveProperty("csv");
  });

  test("is answered as JSON, with variables from the address", async () => {
    const response = await get("/q/all-actors.json?kinds=STATE,PERSON&named=us&with=false");
    expect(response.headers).toMatchObject({ "cache-control": "public, no-cache", etag: expect.any(String) });
    const { data } = response.json();
    expect(data.people.nodes).toHaveLength(2);
    expect(data.people.nodes[0]).not.toHaveProperty("summary");
    const { etag = "" } = response.headers as { etag?: string };
    const again = await get("/q/all-actors.json?kinds=STATE,PERSON&named=us&with=false", { "if-none-match": etag });
    expect(again.statusCode).toBe(304);
  });

  test.each([
    ["/q/none.json", 404, 'There is no standard question "none".'],
    ["/q/one-actor.csv", 404, "The question one-actor has no list"],
    [
      "/q/all-actors.csv?kind=STATE",
      400,
      "This question has no variable kind. Its variables are kinds, asOf, named, with, knownAt.",
    ],
    ["/q/all-actors.csv?api_key=x", 400, "contains a credential, or looks like one"],
    ["/q/all-actors.csv?kinds=NONE", 400, 'Value "NONE" does not exist in "ActorKind" enum'],
    ["/q/all-actors.json?with=maybe", 200, "Boolean cannot represent a non boolean value"],
    ["/q/all-actors.csv?knownAt=noon", 400, "The header Standpoint-Known-At must be a date and time"],
  ])("%s is refused", async (url, status, message) => {
    const response = await get(url);
    expect(response.statusCode).toBe(status);
    expect(response.json().errors[0].message).toContain(message);
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  test("takes a day and a moment in its address", async () => {
    const { extensions } = (await get("/q/all-topics.json?asOf=2021-01-27&knownAt=2100-01-01T00:00:00Z")).json();
    expect(extensions).toEqual({ asOf: "2021-01-27", knownAt: "2100-01-01T00:00:00.000Z" });
  });
});

describe("a CSV file", () => {
  test("of many pages leaves no listener behind for each", async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => void warnings.push(name);
    process.on("warning", note);
    // Pages of five: each row could have many lists.
    const nested =
      "{ actors { nodes { slug affiliations(first: 200) { nodes { during } } positions(first: 200) { nodes { since } } } } }";
    const many = await createServer({
      ...{ schema, database, log, examples: [{ name: "nested", title: "Nested?", query: nested }] },
      limits: { objects: 3_000 },
    });
    closeAfterTests(many.close);
    const { data } = (await post({ query: "{ actors { totalCount } }" })).json();
    expect(read((await get("/q/nested.csv", {}, many)).body)).toHaveLength(data.actors.totalCount);
    await new Promise(setImmediate);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  const read = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

  test("has all rows, though the question asks for two, and nested values by their names", async () => {
    const { body, headers } = await get("/q/all-actors.csv");
    expect(headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="all-actors.csv"',
      etag: expect.any(String),
    });
    const rows = read(body);
    const { data } = (await post({ query: "{ actors { totalCount } }" })).json();
    expect(rows).toHaveLength(data.actors.totalCount);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "id",
      "name",
      "summary",
      "affiliations.role",
      "affiliations.organization.name",
      "affiliations.during",
    ]);
    expect(rows.find(({ name }) => name === "Sergei Lavrov")).toMatchObject({
      "affiliations.role": "Minister of Foreign Affairs",
      "affiliations.organization.name": "Russia",
    });
    expect(body).toContain("\r\n");
  });

  test("is not sent again where the client has it, and answers HEAD", async () => {
    const { etag = "" } = (await get("/q/all-topics.csv")).headers as { etag?: string };
    expect((await get("/q/all-topics.csv", { "if-none-match": etag })).statusCode).toBe(304);
    const head = await server.fastify.inject({ method: "HEAD", url: "/q/all-topics.csv" });
    expect(head).toMatchObject({ statusCode: 200, body: "" });
    expect(head.headers.etag).toBe(etag);
  });

  test("is harmless in a spreadsheet", async () => {
    const { headers } = await apiKey(database, "EDITOR");
    const record = (slug: string, name: string) =>
      server.fastify.inject({
        method: "POST",
        url: "/graphql",
        headers,
        payload: {
          query: "mutation ($input: RecordTopicInput!) { recordTopic(input: $input) { errors { message } } }",
          variables: { input: { slug, name } },
        },
      });
    await record("formula", '=HYPERLINK("http://example.org")');
    await record("quoted", 'a "quoted", name');
    const rows = read((await get("/q/all-topics.csv")).body);
    expect(rows).toContainEqual({ slug: "formula", name: `'=HYPERLINK("http://example.org")` });
    expect(rows).toContainEqual({ slug: "quoted", name: 'a "quoted", name' });
  });

  test("has a description of its columns", async () => {
    const response = await get("/q/all-actors.csv-metadata.json");
    expect(response.headers["content-type"]).toContain("application/csvm+json");
    const { tableSchema } = response.json();
    expect(tableSchema.columns[3]).toEqual({
      name: "affiliations.role",
      titles: "affiliations.role",
      "dc:description": expect.stringMatching(/\w/),
      datatype: "string",
      separator: "; ",
    });
  });

  test("of too many rows is refused, but not with a credential", async () => {
    const small = await serverWith("off", new Map(), 3);
    const { headers } = await apiKey(database, "READER");
    expect((await get("/q/all-topics.csv", {}, small)).json().errors[0]).toMatchObject({
      message: expect.stringContaining("more than 3 rows"),
      extensions: { code: "TOO_MANY_ROWS" },
    });
    expect((await get("/q/all-topics.csv", headers, small)).statusCode).toBe(200);
  });
});

test("every standard question that has a list is a table", async () => {
  const questions = await createServer({
    schema,
    database,
    log,
    examples: await readQuestions(new URL("../../questions/", import.meta.url)),
  });
  closeAfterTests(questions.close);
  const { questions: all } = (await get("/q", {}, questions)).json();
  for (const { csv } of all.filter(({ csv }: { csv?: string }) => csv !== undefined)) {
    const response = await get(csv, {}, questions);
    expect([csv, response.statusCode, response.body.slice(0, 3)]).toEqual([
      csv,
      200,
      "\uFEFF".concat(response.body.slice(1, 3)),
    ]);
  }
});

describe("a persisted document", () => {
  const id = `sha256:${hashOf(topics.query)}`;

  test.each([id, id.slice(7)])("is named by %s, by POST and by GET", async (documentId) => {
    expect((await post({ documentId })).json()).toHaveProperty("data.topics");
    expect((await get(`/graphql?documentId=${documentId}`)).json()).toHaveProperty("data.topics");
  });

  test("is named by Apollo's hash", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: id.slice(7) } };
    expect((await post({ extensions })).json()).toHaveProperty("data.topics");
  });

  test.each([
    [{ documentId: "sha256:00" }, "PERSISTED_DOCUMENT_NOT_FOUND"],
    [{ documentId: 7 }, "BAD_REQUEST"],
    [{ documentId: id, query: "{ __typename }" }, "BAD_REQUEST"],
  ])("%j is refused", async (payload, code) => {
    const response = await post(payload);
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe(code);
  });

  test("that is a mutation is not executed by GET", async () => {
    const mutation = 'mutation { recordTopic(input: { slug: "by-get", name: "x" }) { errors { message } } }';
    const own = await serverWith("off", new Map([["write", mutation]]));
    expect((await get("/graphql?documentId=write", {}, own)).statusCode).toBe(405);
    expect((await post({ query: '{ topic(slug: "by-get") { slug } }' })).json()).toEqual({ data: { topic: null } });
  });

  test("is all that is taken where the mode is `only`", async () => {
    const only = await serverWith("only", new Map([["mine", "{ __typename }"]]));
    expect((await post({ query: topics.query }, only)).json()).toHaveProperty("data.topics");
    expect((await post({ documentId: "mine" }, only)).json()).toEqual({ data: { __typename: "Query" } });
    const refused = await post({ query: "{ topics { slug } }" }, only);
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors[0].extensions.code).toBe("PERSISTED_DOCUMENT_REQUIRED");
    expect((await get("/q/all-actors.csv", {}, only)).statusCode).toBe(200);
    const address = await only.listen({ host: "127.0.0.1", port: 0 });
    const socket = createClient({
      ...{ url: `${address.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 },
    });
    const following = socket.iterate({ query: "subscription { changes { cursor } }" });
    await expect(following.next()).rejects.toMatchObject([{ extensions: { code: "PERSISTED_DOCUMENT_REQUIRED" } }]);
    await socket.dispose();
    const stream = { method: "POST" as const, url: "/graphql", headers: { accept: "text/event-stream" } };
    const payload = { query: "subscription { changes { cursor } }" };
    expect((await only.fastify.inject({ ...stream, payload })).body).toContain("PERSISTED_DOCUMENT_REQUIRED");
  });

  test("may ask for more than another where they are preferred", async () => {
    const heavy = "{ actors(first: 200) { nodes { affiliations(first: 200) { nodes { id } } } } }";
    const prefer = await serverWith("prefer", new Map([["heavy", heavy]]));
    expect((await post({ documentId: "heavy" }, prefer)).json()).toHaveProperty("data.actors");
    expect((await post({ query: `${heavy} ` }, prefer)).json().errors[0].extensions).toMatchObject({
      code: "QUERY_TOO_LARGE",
      limit: { name: "objects", max: 25_000 },
    });
  });

  test("is named at the gateway as well", async () => {
    expect((await post({ documentId: "nothing" }, gateway)).json().errors[0].extensions.code).toBe(
      "PERSISTED_DOCUMENT_NOT_FOUND",
    );
  });
});
