import { beforeAll, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { createServer } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { closeAfterTests } from "../support/federation.js";
import { schema } from "../support/once/schema.js";

/** Texts that CSV or a spreadsheet could read wrongly. */
const difficult = ["=1+1", "-2, 3", "+x", '@"y"', 'a, "b"', "two\nlines", '"', "'", "1,5", "é; ü", "\ttab", "-"];

let database: Database;
let editor: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  editor = (await apiKey(database, "EDITOR")).headers;
  const server = await serverWith({});
  for (const [index, description] of difficult.entries()) {
    const input = { kind: "PERSON", slug: `difficult-${index}`, name: `Difficult ${index}`, description };
    const query = "mutation ($input: RecordActorInput!) { recordActor(input: $input) { errors { message } } }";
    const payload = { query, variables: { input } };
    const { data } = (
      await server.fastify.inject({ method: "POST", url: "/graphql", headers: editor, payload })
    ).json();
    expect(data.recordActor.errors).toEqual([]);
  }
});

/** Its first page of a table has 50 rows, since 500 would be beyond the limit of objects; with lists in the rows, 5. */
async function serverWith(
  questions: Readonly<Record<string, string>>,
  { rows, on = database }: { rows?: number; on?: Database } = {},
) {
  const examples = Object.entries(questions).map(([name, query]) => ({ name, title: name, query }));
  const limits = { objects: 400, ...(rows !== undefined && { rows }) };
  const server = await createServer({ schema, database: on, log: pino({ level: "silent" }), examples, limits });
  closeAfterTests(server.close);
  return server;
}

/** The database, which notes the queries that write lines of CSV. */
function noting(queries: string[], of = database): Database {
  return {
    ...of,
    query: (statement, signal) => {
      if (statement.text.includes("lined")) queries.push(statement.text);
      return of.query(statement, signal);
    },
    asKnownAt: (moment) => noting(queries, of.asKnownAt(moment)),
  };
}

/** Fields that keep Postgres from writing the lines. */
const nested: Readonly<Record<string, string>> = {
  actors: "affiliations(first: 10) { nodes { role } }",
  positions: "allSources { title }",
  proposals: "positions(first: 10) { nodes { since } }",
  rollCalls: "positions(first: 10) { nodes { since } }",
  statements: "positions(first: 10) { nodes { since } }",
};

test.each([
  ["actors", "id slug name kind description region existedDuring recordedAt"],
  ["proposals", "id title status proposedOn summary venue"],
  ["statements", "madeOn summary quote speaker { id name } onBehalfOf { slug } inReplyTo { slug summary } recordedAt"],
  ["rollCalls", "slug heldOn session majority margin proposal { slug title } body { name }"],
  [
    "positions",
    `since stance basis standing note holder { id name region } through { name } subject {
       ... on Proposal { id slug title } ... on PolicyAction { slug title summary }
     } evidence { ... on Statement { id summary madeOn } ... on RollCall { slug heldOn } ... on PolicyAction { slug } }`,
  ],
])("%s: lines that Postgres writes are those that Node writes", async (list, selection) => {
  const queries: string[] = [];
  const question = (more: string) => `{ ${list} { nodes { ${selection} ${more} } } }`;
  const server = await serverWith({ lines: question(""), json: question(nested[list] ?? "") }, { on: noting(queries) });
  const json = await server.fastify.inject("/q/json.csv");
  expect(queries).toEqual([]);
  const lines = await server.fastify.inject("/q/lines.csv");
  const records: string[][] = parse(json.body, { bom: true });
  const width = (parse(lines.body, { bom: true, to: 1 }) as string[][])[0]?.length;
  const cut = records.map((record) => record.slice(0, width));
  expect(lines.body).toBe(stringify(cut, { bom: true, record_delimiter: "windows", quote_record_delimiter: true }));
  if (records.length > 51) expect(queries).not.toEqual([]);
});

const positions = "{ positions { nodes { id since holder { name } } } }";

test("a long table is as known at a moment, with the day of the request", async () => {
  const queries: string[] = [];
  const server = await serverWith({ lines: positions }, { on: noting(queries) });
  const times = (await server.fastify.inject("/q/lines.csv?knownAt=2100-01-01T00:00:00Z")).body;
  expect(queries).toHaveLength(1);
  expect(times).toBe((await server.fastify.inject("/q/lines.csv")).body);
  const early = (await server.fastify.inject("/q/lines.csv?asOf=1990-01-01")).body;
  expect(early.length).toBeLessThan(times.length);
});

test("a table says whether all of its rows are of one state of the record", async () => {
  const server = await serverWith({ long: positions, short: "{ topics { slug } }" });
  const snapshotOf = async (url: string) => (await server.fastify.inject(url)).headers["standpoint-snapshot"];
  expect(await snapshotOf("/q/short.csv")).toBe("one");
  expect(await snapshotOf("/q/long.csv")).toBe("pages");
  expect(await snapshotOf("/q/long.csv?knownAt=2100-01-01T00:00:00Z&asOf=2021-01-27")).toBe("pages");

  // What a client does that needs one state: it asks whether the ETag of its file is still that of the record.
  const { headers } = await server.fastify.inject("/q/long.csv");
  const again = { method: "HEAD", url: "/q/long.csv", headers: { "if-none-match": headers.etag } } as const;
  expect((await server.fastify.inject(again)).statusCode).toBe(304);
  const query = 'mutation { recordTopic(input: { slug: "later", name: "Later" }) { errors { message } } }';
  const write = { method: "POST", url: "/graphql", headers: editor, payload: { query } } as const;
  expect((await server.fastify.inject(write)).json()).toEqual({ data: { recordTopic: { errors: [] } } });
  expect((await server.fastify.inject(again)).statusCode).toBe(200);
});

test("a long table breaks off where it has too many rows, or a page fails", async () => {
  const limited = await serverWith({ lines: positions }, { rows: 60 });
  await expect(limited.fastify.inject("/q/lines.csv")).rejects.toThrow();
  const failing: Database = {
    ...database,
    query: (statement, signal) =>
      statement.text.includes("lined") ? Promise.reject(new Error("gone")) : database.query(statement, signal),
  };
  const server = await serverWith({ lines: positions }, { on: failing });
  await expect(server.fastify.inject("/q/lines.csv")).rejects.toThrow();
});
